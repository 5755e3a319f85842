"""What a visit knows: scenario, view, address, own data, and what was asked for."""
