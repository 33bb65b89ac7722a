"""The kinds of what a wait is made of, and how much each says of which wait it is."""

ID, NUMBER, MEASURE, CODE = "id", "number", "measure", "code"
PERSON, NAME, WORD = "person", "name", "word"
PARTY, NEED, SYSTEM, THING = "party", "need", "system", "thing"

WEIGHTS = {
    ID: 1.5,
    NUMBER: 0.8,
    MEASURE: 0.3,
    CODE: 1.3,
    PERSON: 0.7,
    NAME: 1.2,
    PARTY: 0.4,
    NEED: 0.5,
    SYSTEM: 0.8,
    THING: 1.0,
    WORD: 1.0,
}
