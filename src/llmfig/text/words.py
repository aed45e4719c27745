"""Which hanzi belong together: a small dictionary of the words that figures of this field are written in.

Chinese may break between any two hanzi, but "奖/励" reads badly. Words listed here are broken only when it costs much
evenness not to. A word that is missing does no harm: its hanzi are broken as Chinese allows.
"""

from __future__ import annotations

from functools import lru_cache

from llmfig.text.chars import is_han

_WORDS = """
模型 学习 策略 训练 强化 奖励 价值 基础 回答 参数 优化 状态 动作 数据 概率 算法 基于 采样 微调 样本 梯度 输入
方法 生成 技术 搜索 架构 更新 计算 拓展 结构 输出 回报 偏好 词表 蒸馏 关系 一个 过程 能力 部分 位置 向量 目标
蒙特卡洛 衍生 智能 智能体 及其 监督 环境 推理 结果 函数 优势 解码 标注 网络 逻辑 图解 大小 语言 什么 全景
注意力 分数 应用 序列 问答 流程 分类 系数 思维 对数 分布 隐藏 激活 维度 所有 说明 进行 初始化 对比 复制 动态
选择 行为 步骤 剪枝 权重 文本 其他 最大 最小 形状 贪婪 模态 调用 反向 所以 因为 答案 功能 回合 马尔可夫 迭代
执行 模仿 确定性 随机性 性能 编码 问题 实际 预测 模块 前缀 后缀 传统 示例 穷举 相关 利用 预估 转换 规则 逆向
作用 阶段 人类 区别 宪法 原理 小数 矩阵 长度 候选 知识 拒绝 表示 工具 自由 冻结 索引 演员 评论家 构建 影响 离线
在线 如何 轨迹 运行 收集 部署 当前 经验 观测 本地 曲线 反馈 常规 转为 方块 按照 处理 查询 指令 真实 优质 劣质
幅度 多少 开始 解析 提出 空间 范式 决策 误差 偏差 时序 差分 克隆 黑盒 评委 置信 缩放 线性 批次 建模 学生 教师
扩展 累积 框架 损失 实践 技巧 核心 充当 门控 乘积 分割 特殊 最终 随机 编码器 解码器 内容 论文 虚拟 映射 参考
拼接 加载 差异 现在 评估 服务 文档 切片 检索 增强 温度 规划 定理 深入 发展 探索 使用 同步 异步 时刻 结束 可能
高估 低估 对抗 减速 加速 引入 广义 估计 最优 重要性 分批 打散 缓冲 缓冲区 每次 抽取 多轮 循环 自我 推演 整数
完全 精度 量化 图谱 决定 再次 召回 重新 残差 连接 多头 针对 每个 通常 继续 添加 增加 起始 忽略 返回 分词 方案
最后 这些 这个 这里 这样 网页 百科 对话 代码 合成 有用 价值观 安全 安全性 有害 无害 并联 插入 瓶颈 大幅 续写
对应 区域 交叉 多个 传播 接近 正确 错误 情况 较大 较小 波束 多项式 截断 剔除 发布 对齐 贝尔曼 方程 特征 规律
机器 鼓励 累计 起点 终点 转移 方差 均值 期望 特性 两种 四种 多种 各种 专家 等级 增大 减小 基线 构造 回放 进化
一次 第一 第二 相反 相同 约束 合作 双头 替换 可以 不可以 共享 底座 距离 综合 选取 条款 原则 修改 触发 路由 回溯
关键 场景 多数 投票 评分 打分 博弈 增长 趋势 分析 监控 并行 串行 稀疏 稠密 神经 数值 评测 展开 导致 准确率
错误率 总览 提示 清洗 实现 效果 设计 还原 进入 一般 逐个 未必 合并 转置 经过 之后 之前 元素 词汇 缩小 避免 消失
代表 层数 以上 以下 延伸 方向 递增 递减 达到 简化 省略 视图 句子 上下文 来自 图片 图像 音频 视频 描述 中期 结合
语义 语法 深度 思考 特定 局部 全局 例如 中间 分解 数量 减少 任务 根据 编号 自己 配对 参与 初始 或者 兼容 总共
示意 剩下 作为 如下 介绍 比较 引擎 排序 相似 类型 时间 联网 外部 内部 开发 近似 程序 自动 总结 采取 定期 存储
实验 平均 平均值 即时 额外 适配 适配器 示范 录制 回归 替代 剪裁 裁剪 相对 绝对 只要 轻微 保持 稳定 底层 切换
惩罚 集合 开源 分为 等等 分别 小于 大于 等于 拥有 正数 负数 不同 版本 请求 负载 均衡 资源 日志 算子 融合 系统
编译 硬件 通信 原始 偏置 标量 张量 指数 标准 大量 少量 扩散 总体 通用 成本 右侧 左侧 上方 下方 格式 要素 常用
指南 缓解 幻觉 换算 直接 间接 思想 封装 提炼 解读 调节 进阶 理解 工程 领域 控制 概览 路径 多维 创新 准备 设置
定义 区分 概念 折扣 因子 典型 高级 分层 演进 本质 概要 背景 联动 角色 指标 包含 序号 缓存 预训练 后训练 归一化
标准化 正则化 泛化 过拟合 收敛 求和 求导 求解 乘以 除以 加权 偏移 掩码 嵌入 词元 语料 语料库 数据集 超参数
学习率 困惑度 交叉熵 散度 似然 先验 后验 条件 变量 常量 常数 样例 批量 步长 窗口 滑动 令牌 通过 使得 使其 如果
那么 否则 以及 并且 但是 而且 由于 因此 同时 然后 接着 首先 其次 没有 不是 不会 不能 需要 必须 应该 能够 得到
获得 产生 形成 提高 提升 降低 改进 改善 更加 非常 十分 我们 你们 他们 它们 用户 助手 公式 图中 箭头 左图 右图
大模型 大语言 图示 奖惩 标点 逐步 逐词 逐项 逐层 小批量 微批 推荐 检测 验证 校验 测试 调整 改写
"""


@lru_cache(maxsize=1)
def _dictionary() -> tuple[frozenset[str], int]:
    words = frozenset(_WORDS.split())
    return words, max(map(len, words))


@lru_cache(maxsize=4096)
def inside_words(text: str) -> frozenset[int]:
    """Indices of the characters that continue a word begun before them; longest words first."""
    words, longest = _dictionary()
    found: set[int] = set()
    i = 0
    while i < len(text):
        step = 1
        if is_han(text[i]):
            for n in range(min(longest, len(text) - i), 1, -1):
                if text[i : i + n] in words:
                    found.update(range(i + 1, i + n))
                    step = n
                    break
        i += step
    return frozenset(found)
