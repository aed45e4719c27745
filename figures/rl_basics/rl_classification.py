"""Classification of RL: the families of algorithms as a mind map."""

from llmfig import Tree, figure, node, tr


def by_what_they_learn():
    """Value-based and policy-based methods, and those that join the two."""
    yield node(
        tr("**Value-Based**", "**基于价值**\n**（Value-Based）**"),
        node("Q-Learning"),
        node("DQN", node(tr("DDQN, Dueling DQN", "DDQN、Dueling DQN"))),
        node("SARSA"),
        branch="model",
    )
    yield node(
        tr("**Policy-Based**", "**基于策略**\n**（Policy-Based）**"),
        node(tr("REINFORCE, NPG", "REINFORCE、自然策略梯度（NPG）")),
        node("GRPO"),
        branch="data",
    )
    yield node(
        tr(
            "**Actor-Critic (AC)**\n**([Value-Based]{model} + [Policy-Based]{data})**",
            "**Actor-Critic（AC）**\n**（[基于价值]{model} + [基于策略]{data}）**",
        ),
        node(tr("DPG, DDPG, TD3", "确定性策略梯度（DPG）、DDPG、TD3")),
        node(tr("TRPO, PPO1, PPO2", "TRPO、PPO1、PPO2")),
        node(tr("A2C, A3C", "A2C、A3C")),
        node(tr("SAC", "Soft AC（SAC）")),
        branch="loss",
    )


@figure(
    title=("Classification of RL", "强化学习算法分类"),
    alt=(
        "A mind map of reinforcement learning algorithms. Model-based: dynamic programming, Dyna-Q, MCTS. Model-free: "
        "Monte Carlo, temporal difference, value-based, policy-based, and actor-critic, which joins the last two. "
        "Other ways to classify them: imitation learning, multi-agent and hierarchical RL.",
        "强化学习算法的思维导图。有模型：动态规划、Dyna-Q、蒙特卡洛树搜索；无模型：蒙特卡洛、时序差分、"
        "基于价值、基于策略，以及结合后两者的 Actor-Critic；其他分类方法：模仿学习、多智能体与分层强化学习。",
    ),
)
def rl_classification():
    based = node(
        tr("Model-Based", "有模型\n（Model-Based）"),
        node(tr("**Dynamic Programming (DP)**", "**动态规划（DP）**")),
        node("**Dyna-Q**", node(tr("Combines model-based and model-free", "结合了有模型和无模型的方法"))),
        node(tr("**MCTS**", "**蒙特卡洛树搜索（MCTS）**"), node(tr("AlphaGo", "应用于 AlphaGo 等"))),
        role="model",
    )
    steps = tr("TD(0), $n$-step TD, TD($λ$)", "TD(0)、$n$ 步 TD、TD($λ$)")
    free = node(
        tr("Model-Free", "无模型\n（Model-Free）"),
        node(tr("**Monte Carlo (MC)**", "**蒙特卡洛（MC）**")),
        node(tr("**Temporal Difference (TD)**", "**时序差分（TD）**"), node(steps)),
        *by_what_they_learn(),
        role="model",
    )
    imitation = tr("Behavioral Cloning, Inverse RL, GAIL", "行为克隆（BC）、逆向强化学习（IRL）、GAIL")
    more = tr("Multi-Agent RL, Hierarchical RL", "多智能体强化学习（MARL）、分层强化学习等")
    others = node(
        tr("Other classification\nmethods", "其他分类方法"),
        node(tr("**Imitation Learning (IL)**", "**模仿学习（IL）**"), node(imitation)),
        node(tr("**Others**", "**其他分类**"), node(more)),
        role="model",
    )
    root = node(tr("RL", "强化学习（RL）\n算法分类"), based, free, others, role="data")
    return Tree(
        root, connector="taper", boxes=2, equal="both", aligned=False, compact=False, line="note", box={"bold": True}
    )
