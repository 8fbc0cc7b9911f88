"""Alembic's way in. `sayso.record.database.migrate` calls it with an open transaction."""

from alembic import context

connection = context.config.attributes["connection"]
# SQLite can undo changes of tables; Alembic would otherwise commit each on its own.
context.configure(connection=connection, transactional_ddl=True)
context.run_migrations()
