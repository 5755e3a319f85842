"""From one level to another in steps."""
