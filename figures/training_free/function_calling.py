"""Function calling: an agent that asks a tool before its model answers."""

from llmfig import Arrow, Box, Column, Diagram, Grid, Icon, Region, Row, Text, Tracks, figure, same_size, span, tr

from ._agent import conversation, language_model


def tools(named):
    """Equal boxes: names on one line, icons on another."""
    rows = Tracks()
    boxes = [Box(Column(Text(name, bold=True), Icon(icon, size="xl", role="fraction"), gap="s", tracks=rows), role="plain") for name, icon in named]
    same_size(*boxes)
    return boxes


@figure(
    title=("Function Calling", "功能调用（Function Calling）"),
    alt=(
        "A user asks for tomorrow's weather in London. The agent decides that a function is needed, passes place and time to a weather "
        "API, and hands the result to the LLM, which answers. Other tools: online search, Python executor, calculator, custom functions.",
        "用户询问北京明天的天气。智能体判断需要调用工具，把地点与时间传给天气查询 API，再将结果交给 LLM 生成回答。其他工具有：联网搜索、Python 执行器、计算器与自定义功能。",
    ),
)
def function_calling():
    low, high = tr((17, 23), (20, 28))
    talk, answer, question = conversation(
        tr("What will the weather be like in London tomorrow?", "北京明天天气如何？"),
        tr(f"Cloudy turning to clear, {low}–{high} °C.", f"多云转晴，{low}~{high}℃。"),
    )
    same_size(answer, question, axis="width")
    decision = Box(tr("Function\ncalling?", "调用\n工具？"), shape="diamond", role="compute", pad="xs")
    parameters, llm = Box(tr("Processing\nparameters", "处理参数"), role="compute"), language_model()
    external = tools([
        (tr("Online search", "联网搜索网页"), "globe"), (tr("Python executor", "Python执行器"), "file-code"),
        (tr("Calculator", "计算器"), "calculator"), (tr("Weather API", "天气查询API"), "cloud-sun-rain"),
        (tr("Other\ncustom functions", "其他\n自定义功能"), "pocket-knife"),
    ])  # fmt: skip
    grid = Grid({
        (0, 0): talk, (0, 1): decision, (0, 4): llm, (1, 1): parameters, (2, 0): span(Row(*external, gap="xl"), cols=5),
    }, row_gap="xl", col_gap="l", regions=[
        Region(rows=(0, 1), cols=(1, 4), title="Agent", title_side="top right"),
        Region(rows=(2, 2), cols=(0, 4), title=tr("External tools / functions", "外部工具/功能"), title_side="top right", role="panel-alt"),
    ])  # fmt: skip
    call = {"role": "fraction"}
    weather = external[3]
    return Diagram(
        grid, Arrow(question, decision, label="Query"), Arrow(decision, llm, label=tr("N", "否")),
        Arrow(decision, parameters, label=tr("Y", "是"), **call),
        Arrow(parameters.right, weather.top, label=tr("Location: London\nTime: Tomorrow", "地点：北京\n时间：明天"), **call),
        Arrow(weather.top, llm.bottom, label=tr(f"Type: Cloudy to clear\nTemp: {low}, {high}", f"类型：多云转晴\n温度：{low}，{high}"), **call),
        Arrow(llm.top, answer.right, label=tr("Answer", "回答")),
    )  # fmt: skip
