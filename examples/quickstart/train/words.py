"""Vocabulary that both generators share: a base model knows names, things and numbers in general."""
NAMES = "Ana Ben Clara David Emma Finn Greta Hugo Ines Jonas Karin Liam Maria Nora Otto Paula Quinn Rosa Sam Tara Uma Viktor Wanda Yusuf Zoe Adam Beth Carl Dina Erik".split()
THINGS = "lamp cable chair keyboard kettle jacket tent phone mug desk printer blanket toaster camera radio bottle clock mirror scarf ladder helmet pillow monitor bag".split()
MONTHS = "January February March April May June July August September October November December".split()
LETTERS = "ABCDEFGHJKLMNPRSTUVWXYZ"


def order_number(rng):
    return rng.choice(LETTERS) + str(rng.randint(1000, 9999))


def fill(rng, text, **values):
    """Replaces {name}, {thing}, {other} and {n}; whatever is passed by name wins."""
    thing, other = rng.sample(THINGS, 2)
    defaults = {"name": rng.choice(NAMES), "thing": thing, "other": other, "n": rng.randint(2, 60)}
    return text.format(**{**defaults, **values})
