"""An article in: one module a format, every untrusted file parsed in the sandbox."""
