"""People look at each other's work, and we know who knows what.

Revision ID: 0011
"""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"


def upgrade() -> None:
    op.create_table(
        "projects",
        sa.Column("workspace", sa.Text(), nullable=False),
        sa.Column("team", sa.Text(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("over_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["workspace", "team"], ["teams.workspace", "teams.id"], name=op.f("fk_projects_teams")
        ),
        sa.PrimaryKeyConstraint("workspace", "team", "key", name=op.f("pk_projects")),
    )
    op.create_table(
        "review_shares",
        sa.Column("workspace", sa.Text(), nullable=False),
        sa.Column("team", sa.Text(), nullable=False),
        sa.Column("person", sa.Text(), nullable=False),
        sa.Column("head_start", sa.Integer(), nullable=False),
        sa.Column("total", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["workspace", "team"],
            ["teams.workspace", "teams.id"],
            name=op.f("fk_review_shares_teams"),
        ),
        sa.PrimaryKeyConstraint("workspace", "team", "person", name=op.f("pk_review_shares")),
    )
    op.create_table(
        "reviews",
        sa.Column("workspace", sa.Text(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("team", sa.Text(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("link", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("place", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("project", sa.Text(), nullable=True),
        sa.Column("author", sa.Text(), nullable=True),
        sa.Column("account", sa.Text(), nullable=False),
        sa.Column("asked_by", sa.Text(), nullable=True),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("question", sa.Text(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("due", sa.Date(), nullable=True),
        sa.Column("wanted", sa.Integer(), nullable=False),
        sa.Column("lines", sa.Integer(), nullable=True),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("turn", sa.Text(), nullable=False),
        sa.Column("turn_since", sa.DateTime(timezone=True), nullable=True),
        sa.Column("opened_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("heard_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("look_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["workspace", "team"], ["teams.workspace", "teams.id"], name=op.f("fk_reviews_teams")
        ),
        sa.PrimaryKeyConstraint("workspace", "id", name=op.f("pk_reviews")),
        sa.UniqueConstraint(
            "workspace", "team", "number", name=op.f("uq_reviews_workspace_team_number")
        ),
    )
    op.create_index(
        "ix_reviews_look_at",
        "reviews",
        ["workspace", "look_at"],
        unique=False,
        sqlite_where=sa.text("look_at IS NOT NULL"),
        postgresql_where=sa.text("look_at IS NOT NULL"),
    )
    op.create_index(
        "ix_reviews_workspace_author_state",
        "reviews",
        ["workspace", "author", "state"],
        unique=False,
    )
    op.create_index("ix_reviews_workspace_link", "reviews", ["workspace", "link"], unique=False)
    op.create_index("ix_reviews_workspace_place", "reviews", ["workspace", "place"], unique=False)
    op.create_index(
        "ix_reviews_workspace_team_state", "reviews", ["workspace", "team", "state"], unique=False
    )
    op.create_table(
        "knowledge",
        sa.Column("workspace", sa.Text(), nullable=False),
        sa.Column("team", sa.Text(), nullable=False),
        sa.Column("project", sa.Text(), nullable=False),
        sa.Column("person", sa.Text(), nullable=False),
        sa.Column("how", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["workspace", "team", "project"],
            ["projects.workspace", "projects.team", "projects.key"],
            name=op.f("fk_knowledge_projects"),
        ),
        sa.PrimaryKeyConstraint(
            "workspace", "team", "project", "person", "how", name=op.f("pk_knowledge")
        ),
    )
    op.create_table(
        "project_places",
        sa.Column("workspace", sa.Text(), nullable=False),
        sa.Column("team", sa.Text(), nullable=False),
        sa.Column("place", sa.Text(), nullable=False),
        sa.Column("project", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["workspace", "team", "project"],
            ["projects.workspace", "projects.team", "projects.key"],
            name=op.f("fk_project_places_projects"),
        ),
        sa.PrimaryKeyConstraint("workspace", "team", "place", name=op.f("pk_project_places")),
    )
    op.create_table(
        "review_events",
        sa.Column(
            "seq",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            autoincrement=True,
            nullable=False,
        ),
        sa.Column("workspace", sa.Text(), nullable=False),
        sa.Column("review", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("what", sa.Text(), nullable=False),
        sa.Column("by", sa.Text(), nullable=True),
        sa.Column("whom", sa.Text(), nullable=True),
        sa.Column("account", sa.Text(), nullable=False),
        sa.Column("by_bot", sa.Boolean(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("key", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["workspace", "review"],
            ["reviews.workspace", "reviews.id"],
            name=op.f("fk_review_events_reviews"),
        ),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_review_events")),
        sa.UniqueConstraint(
            "workspace", "review", "key", name=op.f("uq_review_events_workspace_review_key")
        ),
    )
    op.create_index(
        "ix_review_events_workspace_review_at",
        "review_events",
        ["workspace", "review", "at"],
        unique=False,
    )
    op.create_table(
        "review_remarks",
        sa.Column("workspace", sa.Text(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("team", sa.Text(), nullable=False),
        sa.Column("review", sa.Text(), nullable=False),
        sa.Column("by", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("link", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["workspace", "review"],
            ["reviews.workspace", "reviews.id"],
            name=op.f("fk_review_remarks_reviews"),
        ),
        sa.ForeignKeyConstraint(
            ["workspace", "team"],
            ["teams.workspace", "teams.id"],
            name=op.f("fk_review_remarks_teams"),
        ),
        sa.PrimaryKeyConstraint("workspace", "id", name=op.f("pk_review_remarks")),
    )
    op.create_index(
        "ix_review_remarks_workspace_team_kind_at",
        "review_remarks",
        ["workspace", "team", "kind", "at"],
        unique=False,
    )
    op.create_table(
        "review_seats",
        sa.Column("workspace", sa.Text(), nullable=False),
        sa.Column("review", sa.Text(), nullable=False),
        sa.Column("person", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("why", sa.Text(), nullable=False),
        sa.Column("counts", sa.Boolean(), nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.Column("to_act", sa.Boolean(), nullable=False),
        sa.Column("since", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["workspace", "review"],
            ["reviews.workspace", "reviews.id"],
            name=op.f("fk_review_seats_reviews"),
        ),
        sa.PrimaryKeyConstraint("workspace", "review", "person", name=op.f("pk_review_seats")),
    )
    op.create_index(
        "ix_review_seats_workspace_person_active",
        "review_seats",
        ["workspace", "person", "active"],
        unique=False,
    )
    op.add_column("topics", sa.Column("remark", sa.Text(), nullable=True))
    op.add_column("topics", sa.Column("reviews", sa.JSON(none_as_null=True), nullable=True))
