"""JSON Schema of what argmap writes as JSON."""
