"""RAG: documents are indexed offline; online, the search engine gives the model what belongs to the query."""

from llmfig import Arrow, Box, Column, Diagram, Dots, Grid, Icon, NeuralNet, Region, Row, Strip, Text, figure, same_size, tr

from ._agent import conversation, language_model

MEDIA = ("file-type", "file-spreadsheet", "file-text", "file-code", "code", "file-json", "book", "film", "image")


def store(title, content):
    """A box of the offline chain: what it holds under its name."""
    return Box(Column(Text(title, bold=True), content, gap="m"), role="plain")


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
    answer, user, question = conversation(
        tr("Please introduce ten popular papers on multimodal models.", "请介绍10篇比较热门的多模态论文。"),
        tr("Here are ten papers on multimodal models: 1. …", "10篇多模态论文如下：1、……"),
    )
    search, llm = Box(tr("**Search engine**", "**搜索引擎**"), role="plain"), language_model()
    ranking = Box(tr("**Retrieval**\n**Sorting**", "**召回**\n**排序**"), role="plain")
    vectors = [Strip([f"[{', '.join(str(v) for v in (*ends[:2], '…', ends[2]))}]"], role="cell", size="small") for ends in ((0.2, 0.5, 0.3), (0.7, 0.1, 0.9), (0.3, 0.7, 0.7))]
    index = store(tr("Embedding index", "向量索引"), Icon("waypoints", size="xxl", role="fraction"))
    embedding = store(tr("Embedding", "向量表示"), Column(*vectors[:2], Dots(role="fraction"), vectors[2], gap="s"))
    slices = store(tr("Slices", "切片"), icons(["grip"] * 9))
    texts = store(tr("Text-only\ndocuments", "纯文字文档"), icons(["file-text"] * 9))
    media = store(tr("Multimedia\ndocuments", "多媒体文档"), icons(MEDIA))
    same_size(index, embedding, slices, texts, media)
    grid = Grid({
        (0, 0): answer, (1, 0): user, (2, 0): question, (2, 2): search, (2, 4): llm, (3, 2): ranking,
        **{(4, c): s for c, s in enumerate((index, embedding, slices, texts, media))},
    }, gap="xl", regions=[
        Region(rows=(0, 3), cols=(1, 4), title=tr("Agent\n(Online service)", "Agent\n（在线服务）"), title_side="top right"),
        Region(rows=(4, 4), cols=(0, 4), title=tr("Offline build", "离线构建"), title_side="top right", role="panel-alt"),
    ])  # fmt: skip
    online = {"role": "fraction"}
    embed = Row(Text(tr("(2) Query to embedding", "（2）Query转为向量"), size="small", role="fraction"), NeuralNet(mirrored=True), gap="s")
    offline = zip(
        (media, texts, slices, embedding), (texts, slices, embedding, index),
        ((tr("Parsing", "解析"), "OCR/ASR"), (tr("Split", "文本切片"), None), (tr("Convert", "生成向量"), NeuralNet(mirrored=True)), (tr("Build\nindex", "构建\n索引"), None)),
    )  # fmt: skip
    return Diagram(
        grid, Arrow(question, search, label=tr("(1) Query", "（1）Query")), Arrow(search.bottom, index.top, label=embed, **online),
        Arrow(index.top, ranking.bottom, label=tr("(3) Top-K most similar embeddings", "（3）最相似的Top-K个向量"), **online), Arrow(slices, ranking, **online),
        Arrow(ranking, search, label=tr("(4) Relevant document\nslices (Doc)", "（4）相关的文档切片\n（Doc）"), **online),
        Arrow(search, llm, label=tr("(5) Prompt = Query + Doc", "（5）Prompt = Query + Doc")), Arrow(llm.top, answer.right, label=tr("(6) Answer", "（6）回答")),
        [Arrow(a, b, labels=words) for a, b, words in offline],
    )  # fmt: skip
