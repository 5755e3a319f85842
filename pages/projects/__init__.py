"""What describes the projects of the scenario beside their figures."""
