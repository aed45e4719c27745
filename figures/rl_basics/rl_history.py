"""History of RL: eight events on a line of dates."""

from llmfig import Timeline, event, figure, tr


@figure(
    title=("History of RL", "强化学习的发展历程"),
    alt=(
        "A timeline of reinforcement learning. 1950 to 1960: Bellman's dynamic programming, and Samuel's checkers "
        "program. 1980 to 1990: TD methods, policy gradient and Actor-Critic. 2013: DQN. 2016: AlphaGo. 2017: PPO and "
        "RLHF. 2022: ChatGPT. 2024: OpenAI o1.",
        "强化学习发展的时间线：1950 至 1960 年，贝尔曼的动态规划与 Samuel 的跳棋程序；"
        "1980 至 1990 年，TD 方法、策略梯度与 Actor-Critic；2013 年 DQN；2016 年 AlphaGo；"
        "2017 年 PPO 与 RLHF；2022 年 ChatGPT；2024 年 OpenAI o1。",
    ),
)
def rl_history():
    return Timeline(
        event(
            tr("1950–1960", "1950～1960 年"),
            above=tr("Bellman: dynamic programming, Bellman equation", "Bellman 提出\n动态规划、\n贝尔曼方程"),
            below=tr(
                "The first approximate RL program (checkers), developed by Samuel",
                "Samuel 开发出首个\n近似的强化学习程序\n（西洋跳棋）",
            ),
        ),
        event(
            tr("1980–1990", "1980～1990 年"),
            above=tr(
                "Sutton and others: TD methods, policy gradient, Actor-Critic",
                "Sutton 等提出 TD 方法、\n策略梯度定理、\nActor-Critic 架构",
            ),
        ),
        event(tr("2013", "2013 年"), tr("DQN, proposed by DeepMind", "DeepMind\n提出 DQN")),
        event(
            tr("2016", "2016 年"),
            tr(
                "DeepMind’s AlphaGo, trained with MCTS, etc., defeated the world champion",
                "DeepMind 基于 MCTS 等\n算法训练的 AlphaGo\n击败世界冠军",
            ),
        ),
        event(tr("2017", "2017 年"), tr("PPO and RLHF, proposed by OpenAI and others", "OpenAI 等\n提出 PPO、RLHF")),
        event(
            tr("Nov 2022", "2022 年 11 月"),
            tr("OpenAI released ChatGPT, trained through RLHF", "OpenAI 发布利用 RLHF\n进行对齐训练的\nChatGPT"),
        ),
        event(
            tr("Dec 2024", "2024 年 12 月"),
            tr(
                "OpenAI released the o1 model: further RL training, a new scaling law",
                "OpenAI 发布 o1 模型，\n深入强化学习训练，\n开启新的 Scaling Law",
            ),
        ),
        wrap=tr(10.5, None),
    )
