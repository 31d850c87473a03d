"""The Cards page: every card of the topic, its marks, and what the check says of it."""
