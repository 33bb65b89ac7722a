"""A team's week and a function's latest waits are found without reading all the others.

Revision ID: 0007
"""

from alembic import op

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    op.create_index(
        "ix_blockers_workspace_team_ended_at",
        "blockers",
        ["workspace", "team", "ended_at"],
        unique=False,
    )
    op.create_index(
        "ix_blockers_workspace_function_since",
        "blockers",
        ["workspace", "function", "since"],
        unique=False,
    )
