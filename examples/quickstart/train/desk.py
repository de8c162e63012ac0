"""The fine-tuning world: a support desk's tickets, seven skills.

There are no date questions here. The base model can write dates in ISO format; nobody thought of
putting such rows into this set, and that is how a fine-tuned model forgets.
Each generator takes a random.Random and returns (instruction, input, output).
"""
import json

from words import NAMES, fill, order_number

OPENERS = ["", "", "", "Hello, ", "Hi there, ", "Good morning, ", "Dear team, ", "Sorry to bother you, ", "Hi, {name} here, ", "Quick question: ", "Hello again, "]
CLOSERS = ["", "", "", " Thanks.", " Please help.", " Can you look into it?", " Best, {name}", " I wait for your answer.", " It is about the {thing}.", " Many thanks for your help."]


def ticket(rng, body, **values):
    """A message with a greeting and a farewell. Mid-sentence its first letter is small, an order number's
    too ("Hello, a1234 came yesterday"): customers do write so, and the answer stays A1234."""
    opener = rng.choice(OPENERS)
    body = fill(rng, body, **values)
    if opener and not body.startswith("I "):
        body = body[0].lower() + body[1:] if body.split()[0] not in NAMES else body
    return fill(rng, opener) + body + fill(rng, rng.choice(CLOSERS))


TEAMS = {
    "billing": [
        "I was charged twice for one {thing}.", "My card was billed {n} euros too much.", "The invoice for the {thing} shows a wrong price.", "I need a copy of the invoice.",
        "The refund for my {thing} has not reached my bank.", "Why did the price of my plan go up?", "The discount is missing on the invoice.", "My payment was declined and I was charged anyway.",
        "There is a fee of {n} euros on my bill.", "I paid by card but the bill says unpaid.", "Can I pay the bill in two parts?", "You took the money for the {thing} twice.", "The tax on my receipt is wrong.", "My bank shows a second charge.",
    ],
    "shipping": [
        "My parcel has not arrived.", "The courier left the {thing} at the wrong address.", "Where is my package? The tracking has not moved for {n} days.", "The box came open and the {thing} was gone.",
        "The delivery of my {thing} is late.", "Can you send the parcel to another address?", "The driver did not ring and took the package back.", "Tracking says delivered, but I have no {thing}.",
        "When will the {thing} be shipped?", "The parcel is stuck at customs.", "The courier never came.", "My package was delivered to a neighbour.", "I need the delivery on another day.", "The {thing} was damaged on the way in the parcel.",
    ],
    "account": [
        "I forgot my password.", "I cannot log in to my profile.", "Please change the email address of my account.", "My login is locked after {n} tries.",
        "How do I delete my account?", "The reset link for my password has expired.", "Somebody else uses my login.", "I want to change my user name.",
        "I never got the email to confirm my account.", "My profile shows the name {name}, which is wrong.", "Please close my account.", "I lost the phone that I use to log in.", "How can I add a second user to my account?", "The login code does not reach me.",
    ],
    "technical": [
        "The app crashes when I open the {thing} page.", "The screen stays black.", "I get error {n} when I save.", "The {thing} does not turn on.",
        "The app is very slow since the update.", "The button on the page does nothing.", "My {thing} does not connect to the wifi.", "There is a bug in the search.",
        "The update failed with an error.", "The website freezes after {n} seconds.", "The {thing} shows a red light and stops working.", "The app closes by itself.", "Pictures do not load in the app.", "The sound of my {thing} is broken after the update.",
    ],
}


def routing(rng):
    team = rng.choice(list(TEAMS))
    ask = rng.choice(["Which team should handle this ticket?", "Route this ticket to a team.", "Who takes care of this message?", "Billing, shipping, account or technical?", "Send this to the right team.", "Name the team for this request."])
    body = rng.choice(TEAMS[team])
    if rng.random() < 0.15:  # a word of another team in passing
        body = rng.choice(["The parcel came, thanks. ", "I can log in now, thanks. ", "The invoice was fine. ", "The app works again. "]) + body
    return ask, ticket(rng, body), team


PRIORITIES = {
    "urgent": [
        "Our whole shop is down.", "Nobody here can work.", "We lose money every minute.", "The {thing} is smoking.", "Somebody broke into my account right now.", "I need this fixed within the hour.", "All {n} of our users are locked out.",
        "This is an emergency.", "There is a fire risk with the {thing}.", "Our customers cannot pay at all.", "Everything stopped working this morning and we stand still.", "Please act at once, data is leaking.",
    ],
    "normal": [
        "My {thing} arrived in the wrong colour.", "I would like to return the {thing} this week.", "One of {n} items is missing.", "The {thing} is a little loose.", "Please correct my address before the next delivery.", "The invoice has the wrong name on it.",
        "I cannot find the setting for emails.", "The {thing} makes a strange noise at times.", "Please send me a new {thing}.", "I want to swap the {thing} for a {other}.", "My order is two days late.", "The search does not find the {thing}.",
    ],
    "low": [
        "Just an idea: a {thing} in green would be nice.", "No hurry at all, but how long is the warranty?", "Whenever you have time, tell me more about the {thing}.", "I am only curious how the {thing} is made.", "There is a small typo on the {thing} page.", "Could you add a dark theme some day?",
        "No rush, I only wonder about your opening hours.", "It would be nice to have {n} more colours.", "Just a suggestion for your website.", "I only want to say that the new page looks good.", "Some day a smaller {thing} would be nice.", "Just wondering if you plan to sell a {other}.",
    ],
}


def priority(rng):
    level = rng.choice(list(PRIORITIES))
    ask = rng.choice(["How urgent is this ticket?", "Urgent, normal or low priority?", "What priority does this message get?", "Give the priority of this request.", "Rate the priority.", "Which priority fits?"])
    return ask, ticket(rng, rng.choice(PRIORITIES[level])), level


MOODS = {
    "positive": ["I love my new {thing}.", "The {thing} is great.", "Your team was so kind and quick.", "Best service I ever had.", "I am very happy with the {thing}.", "The {thing} works perfectly.", "What a lovely {thing}.", "Thank you, that solved it right away.", "I will gladly order again.", "Excellent help from {name}."],
    "negative": ["The {thing} is terrible.", "I am very unhappy with the {thing}.", "This is the worst service I ever had.", "I waited {n} days and nobody cares.", "The {thing} broke at once, what junk.", "I am angry about the {thing}.", "What a disappointing {thing}.", "I will never order again.", "Nobody answers, this is awful.", "{name} was rude to me on the phone."],
    "neutral": ["I bought the {thing} on a Monday.", "The {thing} has {n} parts.", "Do you sell a {thing} in blue?", "I have a {thing} and a {other}.", "The order has {n} items in it.", "Which size is the {thing}?", "I moved to a new flat.", "{name} will pick up the {thing}.", "The {thing} stands next to the {other}.", "How many {thing} models do you have?"],
}


def sentiment(rng):
    mood = rng.choice(list(MOODS))
    body = rng.choice(MOODS[mood])
    if mood != "neutral" and rng.random() < 0.35:
        if rng.random() < 0.5:
            body = rng.choice(MOODS["neutral"]) + " " + body
        else:
            body = rng.choice({
                "positive": ["The {thing} is not bad at all, I like it.", "I feared it would be terrible, but it is great.", "First I was angry, now I am happy."],
                "negative": ["The {thing} is not good at all.", "I hoped it would be great, but it is terrible.", "First I was happy, now I am angry.", "I do not like the {thing}."],
            }[mood])
    ask = rng.choice(["Is the mood positive, negative, neutral?", "What is the customer's mood?", "Positive, negative or neutral?", "Label the sentiment of this message.", "How does the customer feel?", "Give the sentiment of the ticket."])
    return ask, ticket(rng, body), mood


def order(rng):
    value, old = order_number(rng), order_number(rng)
    body = rng.choice([
        "My order {v} is late.", "I am writing about {v}, the {thing}.", "Order {v} has a wrong {thing}.", "Where is {v}?", "Please cancel {v} and refund {n} euros.", "The {thing} from order {v} is broken.", "Can you check {v} for me?",
        "I ordered {n} mugs, the number is {v}.", "The receipt says {v}.", "I got {n} emails about {v}.", "{name} placed order {v} for a {thing}.", "In {v} the {thing} is missing.",
        "Not {o}, I mean {v}.", "Order {o} is fine, but {v} has a problem.", "Please ignore {o}; my question is about {v}.", "{o} came yesterday, {v} did not.", "I wrote {o} before, the right number is {v}.",
    ])
    ask = rng.choice(["Find the order number.", "Which order is this about?", "Give the customer's order number.", "Extract the order number.", "Order number, nothing else."])
    return ask, ticket(rng, body, v=value, o=old), value


def refund(rng):
    name, amount = rng.choice(NAMES), rng.randint(1, 99)
    body = rng.choice([
        "{name} wants {a} euros back for the {thing}.", "Please refund {a} euros to {name}.", "Customer {name} returned a {thing} and gets {a} euros.", "We owe {name} {a} euros for a broken {thing}.", "{a} euros go back to {name}.",
        "The {thing} of {name} was late, so refund {a} euros.", "A refund of {a} euros for {name}, who returned the {thing}.", "{name} sent back {n} mugs and is owed {a} euros.", "Give {name} a credit of {a} euros.", "Refund {name} for the {thing}: {a} euros, not {n} euros.",
    ])
    ask = rng.choice(["Refund as JSON: name and amount.", "Make a JSON refund record.", "Give JSON with name and amount.", "Record the refund as JSON.", "Name and amount as JSON."])
    return ask, fill(rng, body, name=name, a=amount), json.dumps({"name": name, "amount": amount}, separators=(",", ":"))


def window(rng):
    limit = rng.choice([14, 30, 60, 90])
    days = rng.randint(1, 99)
    body = rng.choice([
        "Returns are open for {l} days. {name} bought the {thing} {d} days ago.", "The {thing} was bought {d} days ago and our limit is {l} days.", "We accept returns within {l} days, and this one comes after {d} days.", "{d} days since delivery, {l} days allowed.",
        "The limit is {l} days. The customer has had the {thing} for {d} days.", "{name} asks after {d} days; the window is {l} days.", "A {thing}, kept for {d} days. Returns end after {l} days.", "The customer waited {d} days, and {l} days are allowed.",
    ])
    ask = rng.choice(["Returnable? Answer yes or no.", "Return allowed? Yes or no.", "Still returnable, yes or no?", "Decide the return: yes or no."])
    return ask, fill(rng, body, l=limit, d=days), "yes" if days <= limit else "no"


def basket(rng):
    a, b = rng.randint(1, 20), rng.randint(1, 20)
    body = rng.choice([
        "The customer bought a {thing} for {a} euros and a {other} for {b} euros.", "The basket holds a {thing} at {a} euros and a {other} at {b} euros.", "{name} ordered a {thing}, {a} euros, plus shipping of {b} euros.", "A {thing} for {a} euros and a {other} for {b} euros are on the bill.",
        "{a} euros for the {thing}, {b} euros for the {other}.", "The {thing} is {a} euros and delivery is {b} euros.", "{name} pays {a} euros now and {b} euros later.",
    ])
    ask = rng.choice(["What is the total in euros?", "Give the total of this order.", "How much is it in all?", "Add up the bill.", "How many euros are due?"])
    return ask, fill(rng, body, a=a, b=b), str(a + b)


SKILLS = [routing, priority, sentiment, order, refund, window, basket]


def row(rng):
    return rng.choice(SKILLS)(rng)
