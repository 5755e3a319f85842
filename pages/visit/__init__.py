"""What a visit knows: scenario, view, address, own data, clocks, problems, and what its components ask for."""
