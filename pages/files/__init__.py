"""What leaves and what comes in: scenario files, pictures, tables, the row above the levers."""
