"""What stands beside the payment: other members' prices, what is outside the regulation, compensation, unit costs."""
