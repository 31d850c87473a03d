"""The field's things and rules as frozen values and pure functions."""
