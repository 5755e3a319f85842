"""What the projects of a scenario cost, beside its payments: year by year until the last instalment, and whom."""
