"""Multimodal models: encoders turn image, audio and video into tokens, which an LLM reads together with those of the text."""

from llmfig import Box, Column, Diagram, Grid, Icon, Strip, Text, chain, figure, same_size, span, tr

CELLS = 4  # vectors of each modality
TEXT, ENCODERS = ("type", "sample"), (("image", "loss"), ("audio-lines", "data"), ("film", "model"))


@figure(
    title=("MLLM/VLM", "多模态模型结构（MLLM/VLM）"),
    alt=(
        "A text prompt and the outputs of an image, an audio and a video encoder, four vectors each, form one input sequence of 16 "
        "vectors for an LLM, which answers in text.",
        "文字提示与图片编码器、音频编码器、视频编码器各给出 4 个向量，拼接成 16 个向量的输入序列，送入 LLM，LLM 输出文字回答。",
    ),
)
def multimodal_models():
    names = tr(["Image Encoder\n(ViT)", "Audio Encoder", "Video Encoder"], ["图片编码器\n（Image Encoder）", "音频编码器\n（Audio Encoder）", "视频编码器\n（Video Encoder）"])
    prompt = Box(tr("Describe\nthese contents:", "请描述\n这些内容："), role=TEXT[1], tall=4.5)
    sources = [prompt, *(Box(name, role=role, shape="trapezoid", tall=4.5) for name, (_, role) in zip(names, ENCODERS))]
    same_size(*sources)
    lanes = [TEXT, *ENCODERS]
    icons = [Icon(icon, size="xl", role=role) for icon, role in lanes]
    vectors = [Strip([None] * CELLS, role=role, wide=2, tall=2) for _, role in lanes]

    sequence = Strip([None] * CELLS * len(lanes), role=[role for _, role in lanes for _ in range(CELLS)], wide=3.2, tall=2)
    llm = Box(Text("LLM", size="title", bold=True), role="auxiliary", tall=5.5)
    output = Strip(tr(["There", "are", "some", "…"], ["这", "些", "内", "容", "包", "含", "…"]), role=TEXT[1], wide=2.4, tall=2)
    rows = [[span(output, cols=len(lanes))], [span(Column(llm, sequence, gap="hair", align="fill"), cols=len(lanes))], vectors, sources, icons]
    parts = [sequence[CELLS * k : CELLS * (k + 1)] for k in range(len(lanes))]
    return Diagram(
        Grid(rows, row_gap="xl", col_gap="hair", equal="columns"),
        [chain(*lane) for lane in zip(icons, sources, vectors, parts)], chain(llm, output),
    )  # fmt: skip
