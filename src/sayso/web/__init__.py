"""The pages: FastAPI, Jinja and htmx on this machine only."""
