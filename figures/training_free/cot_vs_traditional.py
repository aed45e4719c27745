"""CoT against traditional Q&A: a worked example in the prompt makes the model reason step by step."""

from llmfig import Arrow, Box, Callout, Column, Diagram, Grid, Icon, NeuralNet, Region, Text, chain, figure, same_size, span, tr

HAD, CANS, BALLS = 5, 2, 3  # tennis balls in the example
APPLES, USED, BOUGHT = 23, 20, 6  # in the question
MORE, LEFT = CANS * BALLS, APPLES - USED
TOTAL, ANSWER, WRONG = HAD + MORE, LEFT + BOUGHT, APPLES + BOUGHT  # the wrong answer forgets what was used


def words():
    """Question, example question, example answer, final answer, the steps of thought."""
    return tr(
        (
            f"**Question:** The cafeteria has {APPLES} apples. It uses {USED} for a salad and then buys {BOUGHT} more. How many apples are there now?",
            f"**Example question:** Ming has {HAD} tennis balls. He buys {CANS} more cans with {BALLS} balls each. How many does he have now?",
            f"**Example answer:** Ming starts with {HAD} balls. {CANS} cans of {BALLS} balls are {MORE} balls. {HAD} + {MORE} = {TOTAL}. The answer is {TOTAL}.",
            f"The cafeteria has {APPLES} apples. It uses {USED} for a salad, so {APPLES} − {USED} = {LEFT} are left. It then buys {BOUGHT} more, so there are now {LEFT} + {BOUGHT} = {ANSWER}. The answer is {ANSWER}.",
            (f"The cafeteria has {APPLES} apples", f"Uses {USED} for a salad,\nso {APPLES} − {USED} = {LEFT} are left",
             f"Buys {BOUGHT} more, so there\nare now {LEFT} + {BOUGHT} = {ANSWER}", f"The answer is: {ANSWER}"),
        ),
        (
            f"**请问：**食堂有 {APPLES} 个苹果，做沙拉用掉 {USED} 个，又买了 {BOUGHT} 个，现在有多少个苹果？",
            f"**示例问题：**小明有 {HAD} 个网球，他又买了 {CANS} 罐，每罐 {BALLS} 个，现在一共有多少个网球？",
            f"**示例回答：**小明一开始有 {HAD} 个网球，{CANS} 罐网球、每罐 {BALLS} 个，共 {MORE} 个。{HAD} + {MORE} = {TOTAL}，答案是 {TOTAL}。",
            f"食堂有 {APPLES} 个苹果，做沙拉用掉 {USED} 个，所以还剩 {APPLES} − {USED} = {LEFT} 个。又买了 {BOUGHT} 个，所以现在有 {LEFT} + {BOUGHT} = {ANSWER} 个。答案是：{ANSWER} 个。",
            (f"食堂有 {APPLES} 个苹果", f"做沙拉用掉 {USED} 个，还剩\n{APPLES} − {USED} = {LEFT} 个",
             f"又买了 {BOUGHT} 个，现在有\n{LEFT} + {BOUGHT} = {ANSWER} 个", f"答案是：{ANSWER} 个"),
        ),
    )  # fmt: skip


def llm():
    return Box(Column("**LLM**", NeuralNet(), gap="xs"), role="auxiliary", wide=10)


def paragraphs(*texts, wrap):
    return Column(*(Text(t, wrap=wrap, align="left") for t in texts), gap="m", align="left")


@figure(
    title=("Comparison of CoT and traditional Q&A", "CoT（Chain of Thought）与传统问答的对比"),
    alt=(
        "Two panels. Traditional Q&A: a question goes into the LLM, the answer 29 is wrong. CoT: the prompt also holds an "
        "example with its reasoning; the LLM reasons in four steps and gives the right answer, 9.",
        "左：传统问答，问题输入 LLM，得到错误答案 29。右：CoT，提示中附有带推理过程的示例，LLM 分四步推理，得到正确答案 9。",
    ),
)
def cot_vs_traditional():
    question, example, solution, answer, thoughts = words()
    prompts = [
        Box(paragraphs(question, wrap=14), role="data", stick="bottom"),
        Box(paragraphs(example, solution, question, wrap=27), role="data", stick="bottom"),
    ]
    models = [llm(), llm()]
    wrong = Box(tr(f"{WRONG}.", f"{WRONG} 个"), role="model", corner=Icon("circle-x", size="l", role="negative"), stick="fill")
    right = Box(paragraphs(answer, wrap=23), role="model", corner=Icon("circle-check", size="l", role="sample"), stick="fill")
    same_size(prompts[1], right, axis="width")

    steps = [Box(t, role="model") for t in thoughts]
    title = Text(tr("“Chain of Thought”", "“思维链”示意"), role="model", bold=True)
    bubble = Callout(
        Diagram(Column(title, Column(*steps, gap="l", equal="both")), chain(*steps, style="dashed")),
        to=right.right, role="paper", size="body", pad="m", stick="fill-y",
    )  # fmt: skip
    rows = [[prompts[0], prompts[1], span(bubble, rows=3)], models, [wrong, right]]
    heads = tr(("Traditional Q&A", "CoT (Chain of Thought)"), ("传统问答", "CoT（思维链）"))
    panels = [Region(rows=(0, 2), cols=c, title=t, title_gap="m") for c, t in zip(((0, 0), (1, 2)), heads, strict=True)]
    flow = [
        [Arrow(prompt, model, label=tr("Input", "输入"), label_side="left"), Arrow(model, output, label=tr("Output", "输出"), label_side="left")]
        for prompt, model, output in zip(prompts, models, (wrong, right), strict=True)
    ]
    return Diagram(Grid(rows, row_gap="l", col_gap="xl", regions=panels), flow)
