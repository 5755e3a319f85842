"""The levers in the sidebar."""
