"""Slips in text and LaTeX."""

from __future__ import annotations

from tests.errors.case import Case

CASES = {
    "text number": Case(
        "return Text(3)",
        "text cannot be the number 3",
        'write it as a string: "3", str(n), or f"{n:.2f}" for two decimals',
    ),
    "text none": Case("return Text(None)", "text cannot be None", "give a string: Text('words')"),
    "text size px": Case(
        "return Text('a', size=12)",
        "there is no size 12",
        "a size is a step of the theme's scale, not a number; valid sizes: tiny, small, body, large,",
    ),
    "text size big": Case("return Text('a', size='big')", "there is no size 'big'", "did you mean 'large'?"),
    "text size lrge": Case("return Text('a', size='lrge')", "there is no size 'lrge'", "did you mean 'large'?"),
    "text wrap neg": Case("return Text('a', wrap=-3)", "wrap=-3 cannot be drawn", "give a number from 1"),
    "text wrap inf": Case("return Text('a', wrap=float('inf'))", "wrap=inf cannot be drawn", "give a number from 1"),
    "text align": Case(
        "return Text('a', align='justify')", "text has no align='justify'", "valid values: left, center, right"
    ),
    "text align centre": Case(
        "return Text('a', align='centre')", "text has no align='centre'", "did you mean 'center'?"
    ),
    "text bytes": Case("return Text(b'a')", "text cannot be a bytes: b'a'", "give a string: Text('words')"),
    "text list": Case("return Text(['a', 'b'])", "text cannot be a list: ['a', 'b']", "give a string: Text('words')"),
    "text empty": Case(
        "return Text('')", "there is nothing to draw in this figure", "give its elements some content", line=3
    ),
    "text dollar": Case(
        "return Text('costs $5')",
        "a $ without its partner, in the text 'costs $5'",
        r"close the formula with $, or write \$ for the sign",
    ),
    "text dollars": Case(
        "return Text('costs $5 and $6')",
        "the words between two prices would be a formula: $5 and $",
        r"write \$ for the sign: \$5 and \$6",
    ),
    "text empty dollar": Case(
        "return Text('a $$ b')",
        "an empty formula ($$), in the text 'a $$ b'",
        r"write the formula between the $, or \$ for the sign",
    ),
    "text formfeed": Case(
        r"return Text('$\frac{a}{b}$')",
        r"Python read \f as one character (U+000C), so that \frac is lost",
        r'write the r of a raw string before the quotes: r"... \frac ..."',
    ),
    "text tab theta": Case(
        r"return Text('$\theta$')",
        r"Python read \t as one character (U+0009), so that \theta is lost",
        r'write the r of a raw string before the quotes: r"... \theta ..."',
    ),
    "text beta": Case(
        r"return Text('$\beta$')",
        r"Python read \b as one character (U+0008), so that \beta is lost",
        r'write the r of a raw string before the quotes: r"... \beta ..."',
    ),
    "text rho": Case(
        r"return Text('$\rho$')",
        r"Python read \r as one character (U+000D), so that \rho is lost",
        r'write the r of a raw string before the quotes: r"... \rho ..."',
    ),
    "text nabla": Case(
        r"return Text('$\nabla L$')",
        r"Python read \n as one character (U+000A), so that \nabla is lost",
        r'write the r of a raw string before the quotes: r"... \nabla ..."',
    ),
    "text alpha": Case(
        r"return Text('$\alpha$')",
        r"Python read \a as one character (U+0007), so that \alpha is lost",
        r'write the r of a raw string before the quotes: r"... \alpha ..."',
    ),
    "text vec": Case(
        r"return Text('$\vec x$')",
        r"Python read \v as one character (U+000B), so that \vec is lost",
        r'write the r of a raw string before the quotes: r"... \vec ..."',
    ),
    "text latex outside": Case(
        r"return Text(r'the \pi policy')",
        r"the LaTeX \pi stands outside of a formula",
        r"write $\pi$, with the rest of the formula; for a backslash in words write \\pi",
    ),
    "text latex outside2": Case(
        r"return Text(r'\frac{a}{b}')",
        r"the LaTeX \frac stands outside of a formula",
        r"write $\frac$, with the rest of the formula; for a backslash in words write \\frac",
    ),
    "text unescaped hash": Case(
        "return Text('$#1$')",
        "# has a meaning of its own in LaTeX (character 1 of the formula)",
        r"write \# for the sign",
    ),
    "text percent": Case(
        "return Text('$50% of x$')",
        "% begins a comment in LaTeX, which hides the rest (character 3 of the formula)",
        r"write \% for the sign",
    ),
    "text html": Case(
        "return Text('<b>a</b>')",
        "HTML is not read here: <b>",
        r"**bold**, *italic*, `code`, \n for a new line, $x_t$ and $x^2$ for low and raised letters",
    ),
    "text html br": Case(
        "return Text('a<br>b')",
        "HTML is not read here: <br>",
        r"**bold**, *italic*, `code`, \n for a new line, $x_t$ and $x^2$ for low and raised letters",
    ),
    "text emoji": Case(
        "return Text('a 🦄')",
        "no font has 🦄 (U+1F984 UNICORN FACE), in the text 'a 🦄'",
        "write another character, or draw it as an icon or a formula",
    ),
    "text vertical num": Case(
        "return Vertical(3)",
        "text cannot be the number 3",
        'write it as a string: "3", str(n), or f"{n:.2f}" for two decimals',
    ),
    "formula num": Case(
        "return Formula(3)",
        "a formula cannot be the number 3",
        r"write the LaTeX as a raw string: Formula(r'\frac{a}{b}')",
    ),
    "formula dollars": Case(
        "return Formula('$x$')",
        "a $ inside of a formula (character 1 of the formula)",
        "a Formula takes LaTeX without dollar signs; they mark formulas inside of text; for the sign",
    ),
    "formula empty": Case(
        "return Formula('')",
        "the formula is empty (character 1 of the formula)",
        "write what it is to show: $x_t$, Formula(r'x_t')",
    ),
    "formula frac one": Case(
        r"return Formula(r'\frac{a}')",
        r"\frac is missing an argument (character 9 of the formula)",
        r"write \frac{...}",
    ),
    "formula unknown": Case(
        r"return Formula(r'\thetaa')",
        r"unknown command \thetaa (character 1 of the formula)",
        r"did you mean \theta? a name is \operatorname{thetaa}, a word \text{thetaa}",
    ),
    "formula unknown2": Case(
        r"return Formula(r'\foo{x}')",
        r"unknown command \foo (character 1 of the formula)",
        r"a name is \operatorname{foo}, a word \text{foo}",
    ),
    "formula brace": Case(
        "return Formula(r'x_{t')", "this brace is never closed (character 3 of the formula)", "add the missing }"
    ),
    "formula brace2": Case(
        "return Formula(r'x_t}')",
        "this } closes nothing (character 4 of the formula)",
        "remove it, or add the { that it should close",
    ),
    "formula left": Case(
        r"return Formula(r'\left( x')",
        r"\left without its \right (character 1 of the formula)",
        r"add \right), or \right. for an invisible one",
    ),
    "formula right": Case(
        r"return Formula(r'x \right)')",
        r"\right without its \left (character 3 of the formula)",
        r"add \left(, or \left. for an invisible one",
    ),
    "formula amp": Case(
        "return Formula(r'a & b')",
        "& outside an alignment (character 3 of the formula)",
        r"put it in \begin{aligned} ... \end{aligned}, or write \& for the sign",
    ),
    "formula newline": Case(
        r"return Formula(r'a \\ b')",
        "a line break outside an alignment (character 3 of the formula)",
        r"use \begin{aligned} or \begin{gathered}",
    ),
    "formula equation": Case(
        r"return Formula(r'\begin{equation} a \end{equation}')",
        "unknown environment 'equation' (character 8 of the formula)",
        r"leave \begin and \end out: a Formula is displayed already",
    ),
    "formula begin": Case(
        r"return Formula(r'\begin{aligned} a &= b')",
        r"\begin{aligned} without its \end (character 1 of the formula)",
        r"add \end{aligned}",
    ),
    "formula env": Case(
        r"return Formula(r'\begin{aligne} a &= b\end{aligne}')",
        "unknown environment 'aligne' (character 8 of the formula)",
        "did you mean 'aligned'?",
    ),
    "formula double sub": Case(
        "return Formula(r'x_a_b')",
        "a second subscript (character 4 of the formula)",
        "put both in one: x_{a,b}, or use braces: {x_a}_b",
    ),
    "formula sub end": Case(
        "return Formula(r'x_')", "_ is missing an argument (character 3 of the formula)", "write _{...}"
    ),
    "formula multichar": Case(
        "return Formula(r'x_old')",
        "only the o of old would be lowered (character 2 of the formula)",
        r"write _{old}, or _{\text{old}} for upright letters",
    ),
    "formula nonraw": Case(
        r"return Formula('\frac{a}{b}')",
        r"Python read \f as one character (U+000C), so that \frac is lost",
        r'write the r of a raw string before the quotes: r"... \frac ..."',
    ),
    "formula nonraw text": Case(
        r"return Formula('\text{a}')",
        r"Python read \t as one character (U+0009), so that \text is lost",
        r'write the r of a raw string before the quotes: r"... \text ..."',
    ),
    "formula nonraw n": Case(
        r"return Formula('\nabla L')",
        r"Python read \n as one character (U+000A), so that \nabla is lost",
        r'write the r of a raw string before the quotes: r"... \nabla ..."',
    ),
    "formula percent": Case(
        "return Formula(r'50% + x')",
        "% begins a comment in LaTeX, which hides the rest (character 3 of the formula)",
        r"write \% for the sign",
    ),
    "formula hash": Case(
        "return Formula(r'# x')",
        "# has a meaning of its own in LaTeX (character 1 of the formula)",
        r"write \# for the sign",
    ),
    "formula dollar in": Case(
        "return Formula(r'x $ y')",
        "a $ inside of a formula (character 3 of the formula)",
        "a Formula takes LaTeX without dollar signs; they mark formulas inside of text; for the sign",
    ),
    "formula term twice": Case(
        r"return Formula(r'\term{a}{x} + \term{a}{y}')",
        "the term 'a' is named twice (character 21 of the formula)",
        "rename one; the first is at character 1",
    ),
    "formula term name": Case(
        r"return Formula(r'\term{a b}{x}')",
        "'a b' is not a term's name (character 7 of the formula)",
        r"use letters, digits, - and _: \term{advantage}{...}",
    ),
    "formula term missing": Case(
        r"""
        f = Formula(r'\term{adv}{x}')
        return Diagram(f, Brace(f.term('advantage')))  # here
        """,
        "the formula has no term 'advantage'",
        "valid terms: adv",
    ),
    "formula term none": Case(
        """
        f = Formula(r'x')
        return Diagram(f, Brace(f.term('adv')))  # here
        """,
        "the formula has no term 'adv'",
        r"name one in the LaTeX: \term{adv}{\hat A_t}",
    ),
    "formula term num": Case(
        r"""
        f = Formula(r'\term{adv}{x}')
        return Diagram(f, Brace(f.term(1)))  # here
        """,
        "the formula has no term 1",
        "valid terms: adv",
    ),
    "formula usepackage": Case(
        r"return Formula(r'\usepackage{bm} x')",
        r"unknown command \usepackage (character 1 of the formula)",
        "there are no packages: everything that can be set is known already",
    ),
    "formula softmax": Case(
        r"return Formula(r'\softmax(x)')",
        r"unknown command \softmax (character 1 of the formula)",
        r"a name is \operatorname{softmax}, a word \text{softmax}",
    ),
    "formula KL": Case(
        r"return Formula(r'\KL(p||q)')",
        r"unknown command \KL (character 1 of the formula)",
        r"a name is \operatorname{KL}, a word \text{KL}",
    ),
    "formula text math": Case(
        r"return Formula(r'\text{loss \alpha}')",
        r"\ inside text (character 12 of the formula)",
        "text is plain characters; math goes between dollar signs: $x_t$",
    ),
    "formula list": Case(
        "return Formula([r'a', r'b'])",
        "a formula cannot be a list: ['a', 'b']",
        r"write the LaTeX as a raw string: Formula(r'\frac{a}{b}')",
    ),
    "formula tr": Case(
        "return Formula(tr('x'))",
        "tr is given no 'zh'",
        'give both languages, tr("English", "中文"); a plain string is the same in both',
    ),
    "formula unicode": Case(
        "return Formula('x 🦄')",
        "the math font has no '🦄' (U+1F984) (character 3 of the formula)",
        r"use another symbol, or \text{...} for words",
    ),
    "formula u": Case(
        r"""
        from llmfig import Formula, figure

        @figure(...)
        def bad():
            return Formula('\underline{x}')  # here
        """,
        r"Python reads \u in this text as the code of a character",
        r'for LaTeX, write the r of a raw string before the quotes: r"$\frac{a}{b}$"',
        whole=True,
    ),
    "formula x": Case(
        r"""
        from llmfig import Formula, figure

        @figure(...)
        def bad():
            return Formula('\xi')  # here
        """,
        r"Python reads \x in this text as the code of a character",
        r'for LaTeX, write the r of a raw string before the quotes: r"$\frac{a}{b}$"',
        whole=True,
    ),
    "formula N": Case(
        r"""
        from llmfig import Formula, figure

        @figure(...)
        def bad():
            return Formula('\Nabla')  # here
        """,
        r"Python reads \N in this text as the code of a character",
        r'for LaTeX, write the r of a raw string before the quotes: r"$\frac{a}{b}$"',
        whole=True,
    ),
}
