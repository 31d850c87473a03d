"""The commands of the command line, one module a group; each is imported only when it is chosen."""
