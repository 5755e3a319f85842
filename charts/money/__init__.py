"""Where the money goes: what is paid, spent, left over, held by Norsk helsenett and returned, as figures and tables.

It may know the payers, which share it, and the rooms below.
"""
