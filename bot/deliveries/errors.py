"""Slack's words for what is wrong with a call, by how far each reaches."""

# Nobody can speak there with what we have: a new installation, token or scope is needed.
WORKSPACE = frozenset(
    {
        "account_inactive",
        "enterprise_is_restricted",
        "invalid_auth",
        "missing_scope",
        "not_allowed_token_type",
        "not_authed",
        "org_login_required",
        "team_access_not_granted",
        "token_expired",
        "token_revoked",
        "two_factor_setup_required",
    }
)

# This channel is closed to us (restricted_action and its many kin are matched by their beginning).
CHANNEL = frozenset(
    {
        "access_denied",
        "cannot_post_to_channel",
        "channel_is_archived",
        "channel_not_found",
        "ekm_access_denied",
        "invalid_channel",
        "is_archived",
        "no_permission",
        "not_in_channel",
        "posting_to_general_channel_denied",
    }
)

# This person cannot be written to.
PERSON = frozenset(
    {
        "cannot_dm_bot",
        "im_disabled",
        "messages_tab_disabled",
        "user_disabled",
        "user_not_found",
        "user_not_in_channel",
        "user_not_visible",
    }
)

# The message that an edit or delete is about does not exist any more.
MESSAGE_GONE = frozenset({"message_not_found"})

# Our own word: Slack opens us no conversation with these people together.
NO_GROUP = "no_group_dm"

# Foreseen, and about this one letter.
LETTER = MESSAGE_GONE | {
    NO_GROUP,
    "block_mismatch",
    "cant_delete_message",
    "cant_edit_message",
    "cant_update_message",
    "edit_window_closed",
    "thread_not_found",
}

LIMITED = frozenset({"message_limit_exceeded", "rate_limited", "ratelimited"})

# Slack did nothing, and will be able to after a while.
MOVING = frozenset(
    {"accesslimited", "channel_migrating", "external_channel_migrating", "team_added_to_org"}
)

# "Some aspect of the operation may have succeeded", in Slack's own words.
ILL = frozenset(
    {"fatal_error", "internal_error", "request_timeout", "service_unavailable", "unknown_error"}
)
