"""The dialogs of the shell; none of them stands in the way of work under way."""
