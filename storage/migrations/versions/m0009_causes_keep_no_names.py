"""Who tied waits together stands in what happened to them; nobody reads who cleared a cause.

Revision ID: 0009
"""

from alembic import op

revision = "0009"
down_revision = "0008"


def upgrade() -> None:
    op.drop_column("causes", "made_by")
    op.drop_column("causes", "cleared_by")
    op.drop_column("effects", "joined_by")
