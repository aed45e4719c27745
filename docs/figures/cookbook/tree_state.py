"""A prefix cache: prompts share the nodes of a tree; a new request reuses the path that it matches."""

from llmfig import Box, Column, Row, Text, Tree, figure, node, tr

REUSED, NEW = [812, 24], 18  # tokens of the nodes on the path of the new request


def part(words, tokens, *below, state):
    says = Text(tr(f"{tokens} tokens", f"{tokens} 词元"), size="small")
    role = {"active": "model", "chosen": "sample"}.get(state, "muted")
    return node(Box(Column(words, says, gap="xs"), role=role, dashed=state == "pruned"), *below, state=state)


@figure(
    title=("A prefix cache", "前缀缓存"),
    alt=(
        "A tree of prompts below a common system prompt. A new request follows the branch "
        "“Translate:” and adds one node; another branch has lost its last node.",
        "以公共系统提示词为根的前缀树：新请求命中“翻译：”分支，只新增一个节点；另一分支的末端节点已"
        "被淘汰。",
    ),
)
def tree_state():
    first, second = REUSED
    tree = Tree(
        part(
            tr("System prompt", "系统提示词"), first,
            part(
                tr("“Translate:”", "“翻译：”"), second,
                part(tr("“Good morning”", "“早上好”"), 15, state="muted"),
                part(tr("“Thank you”", "“谢谢”"), NEW, state="chosen"),
                state="active",
            ),
            part(
                tr("“Summarize:”", "“总结：”"), 31,
                part(tr("an article", "一篇文章"), 2960, state="pruned"),
                state="muted",
            ),
            state="active",
        ),
    )
    share = sum(REUSED) / (sum(REUSED) + NEW)
    words = tr(["reused", "computed", "cached", "evicted"], ["命中", "新计算", "已缓存", "已淘汰"])
    looks = [{"role": "model"}, {"role": "sample"}, {"role": "muted"}, {"role": "muted", "dashed": True}]
    key = [Box(word, size="small", **look) for word, look in zip(words, looks)]
    told = tr(f"{share:.0%} of the prompt\nneed no computing", f"提示词的 {share:.0%}\n无需重新计算")
    side = Column(Text(told, role="note"), Column(*key, gap="xs", equal="width"), gap="l")
    return Row(tree, side, gap="xl")
