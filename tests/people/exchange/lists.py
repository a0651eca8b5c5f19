"""Small lists for tests: CSV typed as text, imported by a record keeper."""

from people.exchange import importing, previewing

TOLD = {"publisher": "Ministry of Rivers", "kind": "register"}
BODIES = """id,name,classification,iso_code,parent
v,Vesmark,country,VM,
m,Ministry of Rivers,ministry,,Vesmark
"""
POSTS = """id,organization_id,label,other_labels,is_single,rank
p,m,Minister of Rivers,ru: министр рек; kk: өзен министрі,yes,20
"""
PEOPLE = """id,name,family_name,given_name,country,birth_date,identifiers
1,Ada Orlan,Orlan,Ada,Vesmark,1970-05-04,Wikidata: Q1
2,Boris Temir,Temir,Boris,Vesmark,1969,
"""
NAMES = """person_id,name,language,kind,end_date
1,Ада Орлан,ru,native,
1,Ada Stern,en,former,1999
"""
OFFICES = """id,person_id,post_id,start_date,end_date,how_began,how_ended,is_acting
o,1,p,March 2022,,appointed,,
q,2,p,2019,2022-02,elected,term ended,yes
"""
EVENTS = """id,name,classification,when,location,series,ordinal,organization,status
e,River week,talks,18-19 May 2023,Oskemen,River weeks,3,Vesmark,held
f,Lake day,summit,2023-06,,,,,
"""
ROLL = """event_id,person_id,description,on_behalf_of,role,title_as_printed,stands_in_for_id,state
e,1,,Ministry of Rivers,chair,Chief of rivers,,attended
e,2,,Vesmark,participant,,1,attended; absent
e,,three experts,,,,,
"""
PLACES = 'name,country,latitude,longitude\nOskemen,Vesmark,49.95,"82,61"\n'
SERIES = "name,description\nRiver weeks,Every spring\n"
OUTCOMES = "event,classification,text\nRiver week,signed,a treaty\n"
ALL = {
    "organizations": BODIES,
    "areas": PLACES,
    "series": SERIES,
    "posts": POSTS,
    "people": PEOPLE,
    "names": NAMES,
    "memberships": OFFICES,
    "events": EVENTS,
    "attendees": ROLL,
    "outcomes": OUTCOMES,
}


def files(lists):
    """Pairs of name and bytes of lists by the name of their kind."""
    return [(f"{name}.csv", text.encode()) for name, text in lists.items()]


def looked_at(by, lists=None, **told):
    """An import compared with the record, and its book."""
    taken = previewing.begin(files(ALL if lists is None else lists), by=by, **{**TOLD, **told})
    return taken, previewing.look(taken)


def imported(by, lists=None, *, reason="", leaves_errors=False, **told):
    """An import that is done."""
    taken, _book = looked_at(by, lists, **told)
    return importing.run(taken, by=by, reason=reason, leaves_errors=leaves_errors)


def told_of(book):
    """What is to become of each row, by file and row number."""
    return {(entry.row.file.removesuffix(".csv"), entry.row.number): entry.choice for entry in book.entries}


def errors_of(book):
    """Errors by file, row number and column."""
    return {
        (entry.row.file.removesuffix(".csv"), entry.row.number, column): sentence
        for entry in book.entries
        for column, sentence in entry.errors.items()
    }


def reasons_of(book, name):
    """Why the row of that name may be the same, as lists of reasons; and what is done."""
    entry = next(each for each in book.entries if each.name == name)
    return [match.reasons for match in entry.matches], entry.choice
