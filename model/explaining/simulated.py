def simulated_address(asked, what, year=None):
    return f"simulated/{what}/{asked.quantity}/{year or asked.question.year}/{asked.draws}"
def effect_address(asked, lever, value):
    return f"effect/{lever}/{value}"
