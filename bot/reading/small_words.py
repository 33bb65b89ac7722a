"""Lists of small words that mean something, or do not, where a wait is read."""


def listed(words: str) -> frozenset[str]:
    return frozenset(words.split())


# After these "for" says what is waited for, not what it serves.
ASKING = listed(
    "ask asked asking asks hope hoping look looking looks pending wait waited waiting waits"
)
# Before a project's name.
ARTICLES = listed("my new our that the this")
# Where the name of a project ends.
PHRASE_ENDS = listed(
    """
    a am an and are as at because before but by can cannot from had has have i if in into is
    it needs of on or since so still than that then to until via was we were when where
    which while who with without
    """
)
# What follows "for" and begins no project.
NO_PROJECT = listed(
    """
    a access ages all an another answer answers anybody anyone approval changes
    clarification confirmation days deploying doing ever example fear feedback follow free
    getting good granted help her him his hours information instance it its joining last
    logging long making me merge merging mine minutes months more next now once one people
    permission permissions reading real reason reference review reviewing reviews running
    several sign sign-off some somebody someone sure testing their them there these those
    three today tomorrow training two us using weeks what which whom writing yesterday you
    """
)
# What stands before a colon and is no project: "Update: ...".
NO_HEADING = listed(
    """
    answer block blocked blocker blockers blocking bug decision error eta fyi hello help hi
    issue note now ps question re reason review status stuck team today todo update urgent
    wait waiting warning yesterday
    """
)
# Names that are also words: people only when written with a capital.
ALSO_WORDS = listed(
    """
    a ada al all ally amber an angel art bill chance chase christian daisy data dawn dean do
    dot drew eve faith ford frank gene grace grant guy he hope in iris is it ivy jack jade
    joy king lance long love major mark max me miles my nick no olive on page pat pearl
    penny prince ray reed rich rob rose ruby sky so stone sue summer the us van west will
    wood you young
    """
)
# Capitalised at the beginning of a sentence, or a function of our own.
NO_COMPANY = listed(
    """
    a agency an annotation any api as awaiting blocked by cloud contractor customer data
    external feature finance from get has hr i identity internal is it labeling labelling
    legal missing ml need needs new no on once our partner payment platform please
    procurement product provider second security some sso still supplier tech the their ui
    until user vendor wait waiting we when
    """
)
