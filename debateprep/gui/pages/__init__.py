"""The pages of the rail; imported after the first paint, so they may use the services directly."""
