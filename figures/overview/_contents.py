"""The contents of the map, one node a line; the indent is the level."""

RIGHT = (
    r"""
    Fundamentals of Large Models
      Illustrated Large Model Architectures
        Panoramic View of Large Language Model (LLM) Architecture
        Input Layer: Tokenization, Token Mapping, and Vector Generation
        Output Layer: Logits, Probability Distribution, and Decoding
        Multimodal Language Models (MLLM, VLM)
      Panoramic View of Large Model Training
      Scaling Laws\n(Four Performance\nScaling Principles)
    SFT
      Illustrated Fine-Tuning Techniques
        Full-Parameter Fine-Tuning and Partial-Parameter Fine-Tuning
        LoRA (Low-Rank Adaptation) — Achieving More with Less
        LoRA Derivatives: QLoRA, AdaLoRA, PiSSA, etc.
        Prompt-Based Fine-Tuning: Prefix-Tuning, etc.
        Adapter Tuning
        Comparison of Fine-Tuning Techniques
        How to Choose a Fine-Tuning Technique
      In-Depth Analysis of SFT Principles
        SFT Data and ChatML Formatting
        Logits and Token Probability Computation
        SFT Labels
        Illustrated SFT Loss
        Log Probabilities (LogProbs) and LogSoftmax
      Instruction Collection and Processing
        Channels and Methods for Collecting Instructions
        Four Key Elements of Instruction Cleaning
        Data Preprocessing and Common Tools
      SFT Practice Guide
        How to Mitigate Hallucinations Introduced by SFT?
        Converting Batch Size at the Token Level
        Scaling Law Between Batch Size and Learning Rate
        Seven Tips for SFT
    DPO
      Core Ideas of DPO
        Background and Significance of DPO
        Implicit Reward Model
        Loss and Optimization Objectives
      Building Preference Datasets
        Overview of the Construction Process
        Collecting Prompts
        Cleaning Question-Answer Data Pairs
        Packaging and Preprocessing
      Illustrated Implementation and Training of DPO
        Model Initialization
        Panoramic View of DPO Training
        Extraction and Interpretation of Core DPO Code
      DPO Practical Experience
        How to Adjust the $\beta$ Parameter
        Multidimensional Impact of DPO on Model Capabilities
      Advanced DPO
        Comparison of DPO and RLHF (PPO)
        Understanding the Gradients of DPO
    Training-Free Performance Optimization Techniques
      Prompt Engineering
        Zero-Shot, One-Shot, Few-Shot
        Principles of Prompt Design
      CoT (Chain of Thought)
        Illustrated CoT Principles
        Derivative Methods: ToT, GoT, XoT, etc.
        Application Techniques for CoT
        Applications of CoT in the Multimodal Field
      Generation Control and Decoding Strategies
        Principles and Classification of Decoding
        Greedy Search
        Beam Search: Illustration and Variants
        Illustrated Top-K, Top-P and Other Sampling Methods
        Other Decoding Strategies
        Various Generation Control Parameters
      RAG (Retrieval-Augmented Generation)
        Panoramic View of RAG Technology
        RAG-Related Frameworks
      Function Calling
        Panoramic View of Function Calling
        Classification of Function Calling
    Optimization of Reasoning Abilities
      Overview of Reasoning Technologies
        Computation and Search During Reasoning
        CoT-Based Distillation
        Process Reward Models and Outcome Reward Models (PRM/ORM)
        Data Synthesis
      Inference Path Search and Optimization
        MCTS (Monte Carlo Tree Search)
        A\* Search
        BoN Sampling and Distillation
        Other Search Methods
      Reinforcement Learning Training
        Various Applications of Reinforcement Learning
        Self-Play and Self-Evolution
        Multidimensional Innovations in Reinforcement Learning
    Comprehensive Practice and Performance Optimization
      Panoramic View of Practice
      Training and Deployment
        Data and Environment Preparation
        How to Set Hyperparameters
        SFT Training
        Alignment Training: DPO and RLHF Training
        Inference and Deployment
      Training and Local Deployment of DeepSeek
        Distillation and GRPO Training of DeepSeek
        Local Deployment and Usage of DeepSeek
      Performance Evaluation
        Classification of Evaluation Methods
        Evaluation Framework for LLMs and VLMs
      Technology Map for Large Model Performance Optimization
    """,
    r"""
    ❶ 大模型基础
      图解大模型结构
        大语言模型（LLM）结构全景图
        输入层：分词、Token映射与向量生成
        输出层：Logits、概率分布与解码
        多模态语言模型（MLLM、VLM）
      大模型训练流程、全景图
      Scaling Law（性能的四大扩展规律）
    ❷ SFT\n监督微调
      各种微调技术\nFine-Tuning
        全参数微调、部分参数微调
        LoRA（低秩适配微调）——四两拨千斤
        LoRA衍生：QLoRA、AdaLoRA、PiSSA等
        基于提示的微调：Prefix-Tuning等
        Adapter Tuning
        微调技术对比
        如何选择微调技术
      SFT深入解析
        SFT数据与ChatML格式化
        Logits与Token概率计算
        SFT的Label
        SFT的Loss图解
        对数概率（LogProbs）与LogSoftmax
      指令收集和处理\nInstructions
        收集指令的渠道和方法
        清洗指令的四要素
        数据预处理及常用工具
      SFT实践指南
        如何缓解SFT引入的幻觉（Hallucination）
        Token级Batch Size的换算
        Batch Size与学习率的Scaling Law
        SFT的七个技巧
    ❸ DPO\n直接偏好优化
      DPO的思想
        DPO（Direct Preference Optimization）
        隐式的奖励模型
        Loss和优化目标
      偏好数据集\n（Preference Dataset）\n的构建
        构建流程总览
        Prompt的收集
        问答数据对的清洗
        封装和预处理
      图解DPO的实现与训练
        模型的初始化
        DPO训练全景图
        DPO核心代码的提炼和解读
      DPO实践经验
        $\beta$参数如何调节
        DPO对模型能力的多维度影响
      DPO进阶
        DPO和RLHF（PPO）的对比
        理解DPO的梯度
    ❹ 免训练的效果优化技术
      提示工程\nPrompt Engineering
        Zero-Shot/One-Shot/Few-Shot
        Prompt设计的原则
      CoT\n思维链
        CoT原理图解
        ToT、GoT、XoT等衍生方法
        CoT的应用技巧
        CoT在多模态领域的应用
      生成控制\n解码策略\nGeneration
        解码（Decoding）的原理与分类
        贪婪搜索（Greedy Search）
        Beam Search：图解、衍生
        Top-K、Top-P等采样方法图解
        其他解码策略
        多种生成控制参数
      RAG\n检索增强生成
        RAG技术全景图
        RAG相关框架
      功能与工具调用\n（Function Calling）
        功能调用全景图
        功能调用的分类
    ❽ 逻辑推理能力优化
      Reasoning\n（逻辑推理能力）\n相关技术概览
        推理时计算与搜索
        基于CoT的蒸馏
        过程/结果奖励模型（PRM/ORM）
        数据合成
      推理路径搜索与优化
        MCTS（蒙特卡洛树搜索）
        A\*搜索
        BoN采样与蒸馏
        其他搜索方法
      强化学习训练
        强化学习的多种应用
        自博弈（Self-Play）与自我进化
        强化学习的多维创新
    ❾ 综合实践与性能优化
      大模型实践全景图
      训练与部署
        数据与环境准备
        超参数如何设置
        SFT训练
        对齐训练：DPO训练、RLHF训练
        推理与部署
      DeepSeek的训练\n与本地部署
        DeepSeek的蒸馏与GRPO训练
        DeepSeek的本地部署与使用
      Benchmark\n效果评估
        评估方法分类
        LLM与VLM的评测框架
      大模型性能优化技术图谱
    """,
)

LEFT = (
    r"""
    Fundamentals of Reinforcement Learning
      Core of Reinforcement Learning
        Reinforcement Learning: Definition and Distinction
        Basic Architecture and Core Concepts of Reinforcement Learning
        Markov Decision Process (MDP)
        Exploration vs. Exploitation, $\varepsilon$-Greedy Strategy
        On-Policy and Off-Policy
        Online/Offline Reinforcement Learning
        Reinforcement Learning Taxonomy Diagram
      Value Functions and Return Estimation
        Reward, Return, Discount Factor ($R$, $G$, $\gamma$)
        Backward Calculation of Return
        Four Value Functions: $Q^\pi$, $V^\pi$, $V^*$, $Q^*$
        Differences between Reward, Return, and Value
        Bellman Equation – The Cornerstone of Reinforcement Learning
        Conversion Relationship and Diagram between $Q$ and $V$
        Monte Carlo Methods (MC)
      Temporal Difference (TD)
        Temporal Difference Methods
        TD Target and TD Error
        TD($\lambda$) and Multi-step TD
        Differences between Monte Carlo, TD, DP, and Exhaustive Search
      Value-Based Algorithms
        Q-Learning Algorithm
        DQN
        DQN Loss and Training Process
        DDQN, Dueling DQN, and Other Derivative Algorithms
      Policy Gradient Algorithms
        Policy Gradient
        Policy Gradient Theorem
        REINFORCE and Actor-Critic
      Multi-Agent Reinforcement Learning (MARL)
        Principles and Architecture of MARL
        Modeling of MARL
        Typical Algorithms in MARL
      Imitation Learning (IL)
        Definition and Classification of Imitation Learning
        Behavioral Cloning (BC)
        Inverse Reinforcement Learning (IRL)
        Generative Adversarial Imitation Learning (GAIL)
      Advanced Extensions in Reinforcement Learning
        Model-Based Methods
        Hierarchical Reinforcement Learning (HRL)
        Distributional Reinforcement Learning
    Policy Optimization Algorithms
      Actor-Critic Architecture
        From Policy Gradient to Actor-Critic
        Illustrated Actor-Critic Architecture
      Advantage Function and A2C
        Advantage Function
        A2C, A3C, SAC Algorithms
        Generalized Advantage Estimation (GAE)
        Role of $\gamma$ and $\lambda$
      PPO and Related Algorithms
        Evolution of the PPO Algorithm
        TRPO (Trust Region Policy Optimization)
        Importance Sampling
        PPO with Penalty
        PPO-Clip
        Extensions of PPO Loss
        Differences between TRPO and PPO
        Illustrated Training of Policy Models
        In-Depth Analysis of PPO Fundamentals
      GRPO Algorithm
        Principles of GRPO
        Differences between GRPO and PPO
      Deterministic Policy Gradient (DPG)
        Deterministic vs. Stochastic Policies
        DPG, DDPG, TD3 Algorithms
    RLHF and RLAIF
      RLHF (Reinforcement Learning from Human Feedback) Overview
        Background and Development of RLHF
        Reinforcement Learning Modeling for Language Models
        RLHF Training Samples and Overall Process
      Stage One: Illustrated Design and Training of the Reward Model
        Structure of the Reward Model
        Inputs and Reward Scores of the Reward Model
        Analysis of the Reward Model Loss
        Panoramic View of Reward Model Training
        Scaling Law of the Reward Model
      Stage Two: Multi-Model PPO Training
        Illustrated Roles of Four Models
        Structure, Initialization, and Practical Tips for Each Model
        Inputs and Outputs of Each Model
        KL Divergence-Based Policy Constraint
        Core Implementation of RLHF Based on PPO
        Panoramic View: PPO-Based Training
      RLHF Practical Tips
        Reward Hacking
        Rejection Sampling for Fine-Tuning
        Training Framework for RL and RLHF
        Hyperparameters of RLHF
        Key Monitoring Metrics for RLHF
      AI-Feedback-Based Reinforcement Learning
        Illustrated Principles of RLAIF
        CAI: Reinforcement Learning Based on a Constitution
        RBR: Rule-Based Rewards
    """,
    r"""
    ❺ 强化学习基础
      强化学习\n核心
        强化学习（RL）：定义与区分
        强化学习的基础架构、核心概念
        马尔可夫决策过程（MDP）
        探索与利用、$\varepsilon$-贪婪策略
        On-policy和Off-policy
        在线/离线强化学习（Online/Offline RL）
        强化学习分类图
      价值函数\n回报预估
        奖励、回报、折扣因子（$R$、$G$、$\gamma$）
        反向计算回报（Return）
        四种价值函数：$Q^\pi$、$V^\pi$、$V^*$、$Q^*$
        奖励、回报、价值的区别
        贝尔曼方程——强化学习的基石
        $Q$和$V$的转换关系、转换图
        蒙特卡洛方法（MC）
      TD\n时序差分
        时序差分方法
        TD-Target和TD-Error
        TD($\lambda$)、多步TD
        蒙特卡洛、TD、DP、穷举搜索的区别
      基于价值\n（Value-Based）\n的算法
        Q-learning算法
        DQN
        DQN的Loss、训练过程
        DDQN、Dueling DQN等衍生算法
      策略梯度\n算法
        策略梯度（Policy Gradient）
        策略梯度定理（Policy Gradient Theorem）
        REINFORCE和Actor-Critic
      MARL\n多智能体强化学习
        MARL的原理与架构
        MARL的建模
        MARL的典型算法
      IL\n模仿学习
        模仿学习（Imitation Learning）
        行为克隆（BC）
        逆向强化学习（IRL）
        生成对抗模仿学习（GAIL）
      强化学习\n高级拓展
        基于环境模型（Model-Based）的方法
        分层强化学习（HRL）
        分布价值强化学习（Distributional RL）
    ❻ 策略优化算法
      Actor-Critic\n（演员-评委）架构
        从策略梯度到Actor-Critic
        Actor-Critic架构图解
      优势函数、A2C
        优势函数（Advantage）
        A2C、A3C、SAC算法
        GAE（广义优势估计）算法
        $\gamma$和$\lambda$的调节作用
      PPO\n及其\n相关算法
        PPO算法的演进
        TRPO（置信域策略优化）
        重要性采样（Importance Sampling）
        PPO-Penalty
        PPO-Clip（Proximal Policy Optimization Clip）
        PPO的Loss的扩展
        TRPO与PPO的区别
        图解策略模型的训练
        深入解析PPO的本质
      GRPO算法
        GRPO（Group Relative Policy Optimization）
        GRPO与PPO的区别
      DPG\n确定性策略梯度
        确定性策略vs随机性策略
        DPG、DDPG、TD3算法
    ❼ RLHF\n与\nRLAIF
      RLHF概要\n（基于人类反馈的强化学习）\nReinforcement Learning\nfrom Human Feedback
        RLHF的背景、发展
        语言的强化学习建模
        RLHF的样本、流程
      阶段一\n图解奖励模型的设计与训练
        Reward Model的结构
        奖励模型的输入与奖励
        奖励模型的Loss解析
        奖励模型训练全景图
        奖励模型的Scaling Law
      阶段二\n多模型联动的PPO训练
        四种模型的角色图解
        各模型的结构、初始化等技巧
        各模型的输入、输出
        基于KL散度的策略约束
        基于PPO的RLHF核心实现
        全景图：基于PPO的训练
      RLHF实践技巧
        奖励欺骗（Reward Hacking）
        拒绝采样（Rejection Sampling）
        强化学习与RLHF的训练框架
        RLHF的超参数
        RLHF的关键监控指标
      基于AI反馈的强化学习
        RLAIF的原理图解
        CAI：基于宪法的强化学习
        RBR：基于规则的奖励
    """,
)
