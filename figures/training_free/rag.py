"""RAG: documents are indexed offline; online, the search engine gives the model what belongs to the query."""

from llmfig import Arrow, Box, Column, Diagram, Dots, Grid, Icon, NeuralNet, Region, Row, Strip, Text, Tracks, figure, same_size, tr

from ._agent import conversation, language_model

MEDIA = ("file-type", "file-spreadsheet", "file-text", "file-code", "code", "file-json", "book", "film", "image")


def stores(named):
    """The boxes of the offline chain, equally tall: names on one line, what they hold on another."""
    rows = Tracks()
    return [Box(Column(Text(name, bold=True), content, gap="m", tracks=rows), role="plain") for name, content in named]


def icons(names, size="l"):
    """Nine icons, three by three."""
    return Grid([[Icon(n, size=size, role="fraction") for n in names[i : i + 3]] for i in (0, 3, 6)], gap="s")


@figure(
    title=("RAG (Retrieval-Augmented Generation)", "RAG（检索增强生成，Retrieval-Augmented Generation）"),
    alt=(
        "Offline, multimedia documents are parsed to text, split into slices, converted to embeddings and indexed. Online, a query is "
        "embedded, the most similar slices are retrieved and sorted, and the LLM answers from the query together with the slices.",
        "离线阶段：多媒体文档解析为文本，切成切片，转为向量并构建索引。在线阶段：把 Query 转为向量，召回最相似的切片并排序，LLM 依据 Query 与切片给出回答。",
    ),
)
def rag():
    talk, answer, question = conversation(
        tr("Please introduce 10 popular multimodal papers.", "请介绍10篇比较热门的多模态论文。"),
        tr("The 10 multimodal papers are as follows: 1. …", "10篇多模态论文如下：1、……"),
    )
    search, llm = Box(tr("**Search engine**", "**搜索引擎**"), role="plain"), language_model()
    ranking = Box(tr("**Retrieval**\n**Sorting**", "**召回**\n**排序**"), role="plain")
    vectors = [Strip([f"[{', '.join(str(v) for v in (*ends[:2], '…', ends[2]))}]"], role="cell", size="small") for ends in ((0.2, 0.5, 0.3), (0.7, 0.1, 0.9), (0.3, 0.7, 0.7))]
    chain = index, _, slices, *_ = stores([
        (tr("Embedding\nindex", "向量索引"), Icon("waypoints", size="xxl", role="fraction")),
        (tr("Embedding", "向量表示"), Column(*vectors[:2], Dots(role="fraction"), vectors[2], gap="s")),
        (tr("Slices", "切片"), icons(["grip"] * 9)), (tr("Text-only\ndocuments", "纯文字文档"), icons(["file-text"] * 9)),
        (tr("Multimedia\ndocuments", "多媒体文档"), icons(MEDIA)),
    ])  # fmt: skip
    grid = Grid({
        (0, 0): talk, (0, 2): search, (0, 4): llm, (1, 2): ranking,
        **{(2, c): s for c, s in enumerate(chain)},
    }, gap="xxl", regions=[
        Region(rows=(0, 1), cols=(1, 4), title=tr("Agent\n(Online service)", "Agent\n（在线服务）"), title_side="top right"),
        Region(rows=(2, 2), cols=(0, 4), title=tr("Offline build", "离线构建"), title_side="top right", role="panel-alt"),
    ])  # fmt: skip
    online = {"role": "fraction"}
    embed = Row(Text(tr("(2) Query to embedding", "（2）Query转为向量"), size="small", role="fraction"), NeuralNet(mirrored=True), gap="s")
    steps = tr(("Build\nindex", "Convert", "Split", "Parsing", "OCR/ASR"), ("构建\n索引", "生成向量", "文本切片", "解析", "OCR/ASR"))
    build, convert, split, parse, recognise = (Text(words, size="small", role="note") for words in steps)
    same_size(convert, split, parse, recognise, axis="width")
    labels = (build, None), (convert, NeuralNet(mirrored=True)), (split, None), (parse, recognise)
    same_size(answer, question, search, ranking, *chain, axis="width")
    return Diagram(
        grid, Arrow(question, search, label=tr("(1) Query", "（1）Query")), Arrow(search.bottom, index.top, label=embed, **online),
        Arrow(index.top, ranking.bottom, label=tr("(3) Top-K most similar embeddings", "（3）最相似的Top-K个向量"), **online), Arrow(slices, ranking, **online),
        Arrow(ranking, search, label=tr("(4) Relevant document\nslices (Doc)", "（4）相关的文档切片\n（Doc）"), **online),
        Arrow(search, llm, label=tr("(5) Prompt = Query + Doc", "（5）Prompt = Query + Doc")), Arrow(llm.top, answer.right, label=tr("(6) Answer", "（6）回答")),
        [Arrow(b, a, labels=pair) for a, b, pair in zip(chain, chain[1:], labels)],
    )  # fmt: skip
