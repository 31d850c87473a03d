"""The use cases: each user action is one call, one transaction, one named step of history."""
