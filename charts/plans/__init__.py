"""The years beside each other, and scenarios beside each other."""
