"""History of RL: eight events on a line of dates."""

from llmfig import figure, tr
from llmfig.elements.timeline import Timeline, event


@figure(
    title=("History of RL", "强化学习的发展历程"),
    alt=(
        "A timeline of reinforcement learning. 1950 to 1960: Bellman's dynamic programming, and Samuel's checkers program. 1980 "
        "to 1990: TD methods, policy gradient and Actor-Critic. 2013: DQN. 2016: AlphaGo. 2017: PPO and RLHF. 2022: ChatGPT. "
        "2024: OpenAI o1.",
        "强化学习发展的时间线：1950 至 1960 年，贝尔曼的动态规划与 Samuel 的跳棋程序；1980 至 1990 年，TD 方法、策略梯度与 Actor-Critic；"
        "2013 年 DQN；2016 年 AlphaGo；2017 年 PPO 与 RLHF；2022 年 ChatGPT；2024 年 OpenAI o1。",
    ),
)
def rl_history():
    return Timeline(
        event(
            tr("1950–1960", "1950–1960 年"),
            above=tr("Bellman proposed dynamic programming and the Bellman equation", "Bellman 提出动态规划、贝尔曼方程"),
            below=tr("Samuel developed the first approximate RL program (checkers)", "Samuel 开发出首个近似的强化学习程序（自动跳棋）"),
        ),
        event(
            tr("1980–1990", "1980–1990 年"),
            above=tr("Sutton and others proposed TD methods, policy gradient, Actor-Critic", "Sutton 等提出 TD 方法、策略梯度定理、Actor-Critic 架构"),
        ),
        event(tr("2013", "2013 年"), tr("DeepMind proposed DQN", "DeepMind 提出 DQN")),
        event(
            tr("2016", "2016 年"),
            tr("AlphaGo, trained by DeepMind with MCTS and more, defeated the world champion", "DeepMind 利用基于 MCTS 等算法训练的 AlphaGo 击败世界冠军"),
        ),
        event(tr("2017", "2017 年"), tr("OpenAI and others proposed PPO and RLHF", "OpenAI 等提出 PPO、RLHF")),
        event(
            tr("Nov 2022", "2022 年 11 月"),
            tr("OpenAI released ChatGPT, aligned through RLHF", "OpenAI 发布利用 RLHF 进行对齐训练的 ChatGPT"),
        ),
        event(
            tr("Dec 2024", "2024 年 12 月"),
            tr("OpenAI released the o1 model, trained further with RL: a new scaling law", "OpenAI 发布 o1 模型，深入强化学习训练，开启新的 Scaling Law"),
        ),
        wrap=tr(9.5, 8),
    )  # fmt: skip
