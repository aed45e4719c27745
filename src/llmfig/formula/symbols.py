"""Every command, character and environment that is known to come out right. What is not here is an error.

The tables are written as `name char name char ...`, one string a class, because they are read far more often as a list
than looked at entry by entry.
"""

from __future__ import annotations

import unicodedata

from llmfig.formula.tree import Kind


def _pairs(text: str) -> dict[str, str]:
    words = text.split()
    return dict(zip(words[::2], words[1::2], strict=True))


def _names(text: str) -> frozenset[str]:
    return frozenset(text.split())


GREEK = _pairs(
    "alpha α beta β gamma γ delta δ epsilon ϵ varepsilon ε zeta ζ eta η theta θ vartheta ϑ iota ι kappa κ varkappa ϰ "
    "lambda λ mu μ nu ν xi ξ omicron ο pi π varpi ϖ rho ρ varrho ϱ sigma σ varsigma ς tau τ upsilon υ phi ϕ varphi φ "
    "chi χ psi ψ omega ω Gamma Γ Delta Δ Theta Θ Lambda Λ Xi Ξ Pi Π Sigma Σ Upsilon Υ Phi Φ Psi Ψ Omega Ω"
)

_BY_KIND: dict[Kind, str] = {
    "ord": (
        "infty ∞ nabla ∇ partial ∂ forall ∀ exists ∃ nexists ∄ emptyset ∅ varnothing ∅ ell ℓ hbar ℏ Re ℜ Im ℑ aleph ℵ "
        "angle ∠ triangle △ neg ¬ lnot ¬ top ⊤ bot ⊥ prime ′ backslash \\ degree ° checkmark ✓ dag † S § "
        "bigstar ★ square □ blacksquare ■ Box □ vdots ⋮ imath ı jmath ȷ # # $ $ % % & & _ _ "
        "lbrack [ rbrack ] spadesuit ♠ heartsuit ♡ diamondsuit ♢ clubsuit ♣ flat ♭ sharp ♯ natural ♮"
    ),
    "bin": (
        "cdot ⋅ times × div ÷ pm ± mp ∓ ast ∗ star ⋆ circ ∘ bullet ∙ cap ∩ cup ∪ wedge ∧ land ∧ vee ∨ lor ∨ "
        "setminus ∖ oplus ⊕ ominus ⊖ otimes ⊗ oslash ⊘ odot ⊙ uplus ⊎ sqcap ⊓ sqcup ⊔ diamond ⋄ boxplus ⊞ boxtimes ⊠ "
        "ltimes ⋉ rtimes ⋊ amalg ⨿ wr ≀ dagger † ddagger ‡"
    ),
    "rel": (
        "leq ≤ le ≤ geq ≥ ge ≥ neq ≠ ne ≠ equiv ≡ approx ≈ sim ∼ simeq ≃ cong ≅ propto ∝ ll ≪ gg ≫ lll ⋘ ggg ⋙ lt < "
        "gt > in ∈ notin ∉ ni ∋ subset ⊂ supset ⊃ subseteq ⊆ supseteq ⊇ subsetneq ⊊ supsetneq ⊋ mid ∣ nmid ∤ "
        "parallel ∥ perp ⟂ vdash ⊢ dashv ⊣ models ⊨ prec ≺ succ ≻ preceq ⪯ succeq ⪰ asymp ≍ doteq ≐ triangleq ≜ "
        "coloneqq ≔ leqslant ⩽ geqslant ⩾ lesssim ≲ gtrsim ≳ approxeq ≊ bowtie ⋈ frown ⌢ smile ⌣ therefore ∴ because ∵ "
        "to → rightarrow → gets ← leftarrow ← leftrightarrow ↔ Rightarrow ⇒ Leftarrow ⇐ Leftrightarrow ⇔ "
        "implies ⟹ impliedby ⟸ iff ⟺ longrightarrow ⟶ longleftarrow ⟵ longleftrightarrow ⟷ Longrightarrow ⟹ "
        "Longleftarrow ⟸ Longleftrightarrow ⟺ mapsto ↦ longmapsto ⟼ hookrightarrow ↪ hookleftarrow ↩ uparrow ↑ "
        "downarrow ↓ updownarrow ↕ Uparrow ⇑ Downarrow ⇓ nearrow ↗ searrow ↘ swarrow ↙ nwarrow ↖ rightleftharpoons ⇌ "
        "rightharpoonup ⇀ rightharpoondown ⇁ leftharpoonup ↼ leftharpoondown ↽ rightsquigarrow ⇝ leadsto ⇝ "
        "rightrightarrows ⇉ leftleftarrows ⇇ rightleftarrows ⇄ leftrightarrows ⇆ curvearrowright ↷ curvearrowleft ↶"
    ),
    "punct": "colon : ldotp . cdotp ·",
    "inner": "ldots … dots … dotsc … cdots ⋯ dotsb ⋯ dotsm ⋯ dotso … ddots ⋱ iddots ⋰",
    "open": "lbrace { { { langle ⟨ lfloor ⌊ lceil ⌈ lvert | lVert ‖ llbracket ⟦",
    "close": "rbrace } } } rangle ⟩ rfloor ⌋ rceil ⌉ rvert | rVert ‖ rrbracket ⟧",
}

SYMBOLS: dict[str, tuple[str, Kind]] = {
    name: (char, kind) for kind, text in _BY_KIND.items() for name, char in _pairs(text).items()
} | {"|": ("‖", "ord"), "Vert": ("‖", "ord"), "vert": ("|", "ord")}

# Operators that grow in display style. Limits go above and below them there, except on integrals.
LARGE = _pairs(
    "sum ∑ prod ∏ coprod ∐ bigcup ⋃ bigcap ⋂ bigoplus ⨁ bigotimes ⨂ bigodot ⨀ bigvee ⋁ bigwedge ⋀ biguplus ⨄ bigsqcup ⨆"
)
INTEGRALS = _pairs("int ∫ iint ∬ iiint ∭ oint ∮")

WORDS = _names("arccos arcsin arctan arg cos cosh cot coth csc deg dim exp hom ker lg ln log sec sin sinh tan tanh")
LIMIT_WORDS = {name: name for name in _names("det gcd inf lim max min Pr sup")} | {
    "limsup": "lim sup",
    "liminf": "lim inf",
    "argmax": "arg max",
    "argmin": "arg min",
}

# Characters an author may type as they are, with their class; letters, digits and hanzi are handled by the parser.
CHARS: dict[str, tuple[str, Kind]] = {
    "+": ("+", "bin"), "-": ("−", "bin"), "*": ("∗", "bin"), "/": ("/", "ord"), "=": ("=", "rel"), "<": ("<", "rel"),
    ">": (">", "rel"), ":": (":", "rel"), ",": (",", "punct"), ";": (";", "punct"), ".": (".", "ord"),
    "!": ("!", "close"), "?": ("?", "close"), "(": ("(", "open"), ")": (")", "close"), "[": ("[", "open"),
    "]": ("]", "close"), "|": ("|", "ord"), "@": ("@", "ord"), '"': ("″", "ord"), "‖": ("‖", "ord"), "′": ("′", "ord"),
    "−": ("−", "bin"), "·": ("⋅", "bin"),
}  # fmt: skip
CHARS |= {char: (char, kind) for char, kind in SYMBOLS.values() if ord(char) > 127 and char not in CHARS}
LARGE_CHARS = frozenset(LARGE.values())
INTEGRAL_CHARS = frozenset(INTEGRALS.values())

SPACES = {
    ",": 3 / 18, "thinspace": 3 / 18, ":": 4 / 18, ">": 4 / 18, "medspace": 4 / 18, ";": 5 / 18, "thickspace": 5 / 18,
    "!": -3 / 18, "negthinspace": -3 / 18, "enspace": 0.5, "quad": 1.0, "qquad": 2.0, " ": 0.25, "space": 0.25,
}  # fmt: skip

STYLES = {"displaystyle": 0, "textstyle": 1, "scriptstyle": 2, "scriptscriptstyle": 3}

# Alphabets: command -> name in `alphabets`.
ALPHABETS = {
    "mathbf": "bold", "boldsymbol": "boldsymbol", "bm": "boldsymbol", "mathbb": "double", "mathcal": "script",
    "mathscr": "script", "mathfrak": "fraktur", "mathtt": "mono", "mathsf": "sans", "mathit": "italic",
    "mathnormal": "italic", "mathrm": "roman", "mathup": "roman",
}  # fmt: skip

# Text commands: command -> (bold, italic, mono). None of them has a serif face of its own: see `labels`.
TEXTS = {
    "text": (False, False, False), "textnormal": (False, False, False), "textsf": (False, False, False),
    "mbox": (False, False, False), "textbf": (True, False, False), "textit": (False, True, False),
    "texttt": (False, False, True),
}  # fmt: skip

ACCENTS = {
    "hat": "\u0302", "check": "\u030c", "tilde": "\u0303", "acute": "\u0301", "grave": "\u0300", "dot": "\u0307",
    "ddot": "\u0308", "breve": "\u0306", "bar": "\u0304", "vec": "\u20d7", "mathring": "\u030a",
}  # fmt: skip
WIDE_ACCENTS = {"widehat": "\u0302", "widetilde": "\u0303", "widecheck": "\u030c"}

# Things that stretch along a body: command -> (character, over); an empty character is a plain rule.
STRETCHES = {
    "overline": ("", True), "underline": ("", False), "overbrace": ("⏞", True), "underbrace": ("⏟", False),
    "overbracket": ("⎴", True), "underbracket": ("⎵", False), "overrightarrow": ("→", True),
    "overleftarrow": ("←", True), "overleftrightarrow": ("↔", True), "underrightarrow": ("→", False),
    "underleftarrow": ("←", False),
}  # fmt: skip
BRACES = frozenset("⏞⏟⎴⎵")

ARROWS = {"xrightarrow": "→", "xleftarrow": "←", "xRightarrow": "⇒", "xLeftarrow": "⇐", "xleftrightarrow": "↔"}

CLASSES: dict[str, Kind] = {
    "mathord": "ord", "mathop": "op", "mathbin": "bin", "mathrel": "rel", "mathopen": "open", "mathclose": "close",
    "mathpunct": "punct", "mathinner": "inner",
}  # fmt: skip

BIGS = {"big": 1.2, "Big": 1.8, "bigg": 2.4, "Bigg": 3.0}
BIG_KINDS: dict[str, Kind] = {"": "ord", "l": "open", "r": "close", "m": "rel"}

DELIMITERS = {
    "(": "(", ")": ")", "[": "[", "]": "]", "|": "|", "/": "/", "<": "⟨", ">": "⟩", ".": "", "‖": "‖",
    "⟨": "⟨", "⟩": "⟩", "\\{": "{", "\\}": "}", "\\|": "‖",
    "\\lbrace": "{", "\\rbrace": "}", "\\lbrack": "[", "\\rbrack": "]",
    "\\langle": "⟨", "\\rangle": "⟩", "\\lfloor": "⌊", "\\rfloor": "⌋", "\\lceil": "⌈", "\\rceil": "⌉", "\\vert": "|",
    "\\lvert": "|", "\\rvert": "|", "\\Vert": "‖", "\\lVert": "‖", "\\rVert": "‖", "\\mid": "|", "\\backslash": "\\",
    "\\uparrow": "↑", "\\downarrow": "↓", "\\updownarrow": "↕", "\\llbracket": "⟦", "\\rrbracket": "⟧",
}  # fmt: skip

# Environments that differ only in their fences.
MATRICES = {
    "matrix": ("", ""), "pmatrix": ("(", ")"), "bmatrix": ("[", "]"), "Bmatrix": ("{", "}"), "vmatrix": ("|", "|"),
    "Vmatrix": ("‖", "‖"), "smallmatrix": ("", ""),
}  # fmt: skip
ALIGNED = _names("aligned align align* split")
GATHERED = _names("gathered gather gather*")
ENVIRONMENTS = frozenset(MATRICES) | ALIGNED | GATHERED | {"cases", "rcases", "dcases", "array"}

# Commands with a grammar of their own, handled one by one in the parser.
SPECIAL = _names(
    "frac dfrac tfrac cfrac binom dbinom tbinom sqrt left right middle begin end operatorname not term role textcolor "
    "color overset underset stackrel substack boxed phantom hphantom vphantom smash cancel limits nolimits hspace "
    "mspace pmod bmod textrm hline"
)

COMMANDS = (
    frozenset(GREEK) | frozenset(SYMBOLS) | frozenset(LARGE) | frozenset(INTEGRALS) | WORDS | frozenset(LIMIT_WORDS)
    | frozenset(SPACES) | frozenset(STYLES) | frozenset(ALPHABETS) | frozenset(TEXTS) | frozenset(ACCENTS)
    | frozenset(WIDE_ACCENTS) | frozenset(STRETCHES) | frozenset(ARROWS) | frozenset(CLASSES) | SPECIAL
    | frozenset(size + side for size in BIGS for side in BIG_KINDS) | {"\\"}
)  # fmt: skip


def negated(char: str) -> str | None:
    """The character struck through (= becomes ≠), None when Unicode has none."""
    whole = unicodedata.normalize("NFC", char + "\u0338")
    return whole if len(whole) == 1 else None
