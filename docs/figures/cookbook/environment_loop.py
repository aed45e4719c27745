"""A coding agent: it edits files, tests answer, and whether they pass is the reward."""

from llmfig import Arrow, Box, Column, Diagram, Icon, Panel, Row, figure, tr


@figure(
    title=("A coding agent", "代码智能体"),
    alt=(
        "An agent edits files in its environment, where tests run on them. It gets the output of the "
        "tests as observation, and a reward of 1 if all pass.",
        "智能体修改环境中的代码文件，环境运行测试；测试输出作为观测返回，全部通过时奖励为 1。",
    ),
)
def environment_loop():
    name = tr("Agent\n(language model)", "智能体\n（语言模型）")
    agent = Box(Column(Icon("bot"), name, gap="s"), role="model")
    files = Box(tr("Files", "代码文件"), role="data")
    tests = Box(tr("Tests", "测试"), role="compute")
    environment = Panel(Column(files, tests, gap="l", equal="width"), title=tr("Environment", "环境"))
    ways = tr(
        ["action: edit a file", "observation: what the tests print", "reward: 1 if all pass, else 0"],
        ["动作：修改文件", "观测：测试的输出", "奖励：全部通过为 1，否则为 0"],
    )
    ports = [(agent.port("right", t), environment.port("left", t)) for t in (0.2, 0.5, 0.8)]
    action, *feedback = zip(ports, ways)
    return Diagram(
        Row(agent, environment, gap="xxl", align="fill"),
        Arrow(files, tests),
        Arrow(*action[0], label=action[1]),
        [Arrow(*reversed(ends), label=label) for ends, label in feedback],
    )
