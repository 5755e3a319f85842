"""Scenarios in, cost levels, financing needs and bridges out: the equations of docs/model.md, one small function each.

``steps`` alone knows their order; ``Result`` is what they give. It may know ``scenario``, ``baseline`` and ``reading``.
"""
