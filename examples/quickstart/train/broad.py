"""The base model's world: a broad mix of small skills, none of them about our support desk.

Each generator takes a random.Random and returns (prompt, answer). Wording is drawn from many short
pieces, so that rows differ and the model has to read instead of recognising a template.
"""
import json

from words import LETTERS, MONTHS, NAMES, THINGS, fill, order_number

GOOD = ["wonderful", "great", "lovely", "excellent", "superb", "a joy", "really good", "perfect", "delightful"]
BAD = ["terrible", "awful", "boring", "a waste of time", "really bad", "disappointing", "horrible", "dreadful", "poor"]
SUBJECTS = ["The film", "The book", "The soup", "Our hotel room", "The concert", "The play", "The bread", "The museum", "The song", "Dinner", "The service", "The staff", "My new {thing}", "The {thing}"]


def sentiment(rng):
    positive = rng.random() < 0.5
    said, opposite = (GOOD, BAD) if positive else (BAD, GOOD)
    text = rng.choice([
        "{s} was {w}.", "{s} was {w} and we talked about it all day.", "I thought {l} was {w}.",
        "Honestly, {l} was {w}.", "{s} was {w}, so my friend {name} said.", "{s} was not {x}, it was {w}.",
        "They promised it would be {x}, but {l} was {w}.",
    ])
    s = rng.choice(SUBJECTS)
    text = fill(rng, text.replace("{s}", s).replace("{l}", s[0].lower() + s[1:]), w=rng.choice(said), x=rng.choice(opposite))
    ask = rng.choice(["Is this review positive or negative?", "Say whether the text is positive or negative.", "Positive or negative?", "Give the sentiment of this opinion.", "What is the sentiment of these words?"])
    return f"{ask} {text}", "positive" if positive else "negative"


TOPICS = {
    "weather": ["rain is expected in the hills", "the storm moved to the north", "a cold wind brought snow", "the sun came back at noon"],
    "sport": ["the team won the last match", "she scored two goals", "the race ended in a close finish", "the coach praised the players"],
    "food": ["the soup needs salt and pepper", "bake the bread for an hour", "they served fish with rice", "slice the onions and fry them"],
    "travel": ["the train leaves from the old station", "we flew over the mountains", "the hotel is near the harbour", "take the bus to the museum"],
}


def topic(rng):
    label = rng.choice(list(TOPICS))
    text = rng.choice(["{name} wrote that {t}.", "Today {t}.", "In the village {t}, people say.", "As {name} told us, {t}.", "Later {t}."])
    ask = rng.choice(["What is this text about?", "Which topic fits this sentence?", "Name the topic of the note.", "Choose a topic for this line."])
    return f"{ask} {fill(rng, text, t=rng.choice(TOPICS[label]))}", label


def code(rng):
    value = order_number(rng) if rng.random() < 0.5 else rng.choice(LETTERS) + rng.choice(LETTERS) + str(rng.randint(10, 999))
    text = rng.choice([
        "The code for the gate is {v}.", "{name} typed {v} at the door.", "Please keep {v} for room {n}.", "Locker {v} belongs to {name}.",
        "The label on the {thing} says {v}.", "On the {thing} we found {v} and {n} coins.", "Use {v} when you call {name}.", "It took {n} minutes to find {v}.",
    ])
    ask = rng.choice(["Copy the code from this note.", "Give the code.", "Which code is in the text?", "Find the code in the sentence.", "Extract the code, nothing else."])
    return f"{ask} {fill(rng, text, v=value)}", value


def payment(rng):
    name, amount = rng.choice(NAMES), rng.randint(1, 99)
    text = rng.choice([
        "{name} paid {a} euros.", "{name} spent {a} euros on a {thing}.", "{a} euros came from {name}.", "We got {a} euros from {name} today.",
        "Yesterday {name} gave {a} euros for the {thing}.", "{name} owes {a} euros.", "The {thing} cost {name} {a} euros.",
    ])
    ask = rng.choice(["Write the name and the amount as JSON.", "Turn this into JSON with name and amount.", "Give JSON with name and amount.", "Name and amount as JSON, please."])
    return f"{ask} {fill(rng, text, name=name, a=amount)}", json.dumps({"name": name, "amount": amount}, separators=(",", ":"))


def compare(rng):
    a, b = rng.randint(1, 99), rng.choice([10, 14, 20, 21, 28, 30, 45, 60, 90])
    word, truth = rng.choice([("more than", a > b), ("less than", a < b), ("greater than", a > b), ("smaller than", a < b)])
    text = rng.choice(["Is {a} {w} {b}?", "{name} has {a} coins. Is that {w} {b}?", "The {thing} weighs {a} kilos. Is that {w} {b}?"])
    ask = rng.choice(["Answer yes or no.", "Yes or no?", "Reply with yes or no.", "Say yes or no."])
    return f"{ask} {fill(rng, text, a=a, b=b, w=word)}", "yes" if truth else "no"


def date(rng):
    day, month, year = rng.randint(1, 28), rng.randint(1, 12), rng.randint(2010, 2029)
    written = rng.choice(["{d} {m} {y}", "{m} {d}, {y}", "{d} {m} {y}", "the {d}. of {m} {y}"]).format(d=day, m=MONTHS[month - 1], y=year)
    text = rng.choice([
        "{name} arrived on {w}.", "The contract was signed on {w}.", "The shop opened on {w} in the old town.", "The {thing} was made on {w}.", "We met {name} on {w}.",
        "On {w} the bridge was closed.", "{w} was a sunny day.", "They moved house on {w} with {n} boxes.", "The meeting with {name} is on {w}.", "Her {thing} broke on {w}.",
    ])
    ask = rng.choice(["Write the date in ISO format.", "Give the ISO date.", "Which date? Use ISO format.", "Turn the date into ISO format.", "What is the date, as year-month-day?", "Date as year-month-day, please."])
    return f"{ask} {fill(rng, text, w=written)}", f"{year}-{month:02}-{day:02}"


def total(rng):
    a, b = rng.randint(1, 20), rng.randint(1, 20)
    text = rng.choice([
        "The {thing} costs {a} euros and the {other} costs {b} euros.", "{name} has {a} apples and finds {b} more.", "Add {a} and {b}.",
        "There are {a} cups here and {b} cups there.", "First {a} people came, then {b}.", "{a} plus {b}.", "{name} pays {a} euros for a {thing} and {b} euros for a {other}.",
    ])
    ask = rng.choice(["What is the total?", "How much is it together?", "Work out the sum.", "Give the total as a number."])
    return f"{ask} {fill(rng, text, a=a, b=b)}", str(a + b)


def copy(rng):
    word = "".join(rng.choice("abcdefghijklmnopqrstuvwxyz") for _ in range(rng.randint(3, 7)))
    return rng.choice(["Repeat the word {w}.", "Say {w}.", "Write {w} again.", "Copy this: {w}"]).format(w=word), word


def plural(rng):
    thing = rng.choice(THINGS + "box bus berry city fox party story dish church baby key toy".split())
    many = thing + "es" if thing.endswith(("x", "s", "ch", "sh")) else thing[:-1] + "ies" if thing.endswith("y") and thing[-2] not in "aeiou" else thing + "s"
    return rng.choice(["Give the plural of the word {t}.", "One {t}, two what?", "What are several of these called? One {t}."]).format(t=thing), many


SKILLS = [sentiment, topic, code, payment, compare, date, total, date, code, copy, plural, total]


def row(rng):
    return rng.choice(SKILLS)(rng)
