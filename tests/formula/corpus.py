"""Formulas of the subject: what figures on reinforcement learning and language models need to say."""

from __future__ import annotations

ORIGINALS: dict[str, tuple[str, ...]] = {
    "ppo_clip": (
        r"""\begin{aligned}
        J^{\mathrm{PPO-Clip}}(\theta)
        &= \mathbb{E}_t\left[\min\left\{\term{ratio}{\role{data}{
           \frac{\pi_\theta(a_t\mid s_t)}{\pi_{\theta_{\mathrm{old}}}(a_t\mid s_t)}}}
           \cdot A_t^{\pi_{\theta_{\mathrm{old}}}},\;\term{clipped}{\role{loss}{\operatorname{clip}\left(
           \frac{\pi_\theta(a_t\mid s_t)}{\pi_{\theta_{\mathrm{old}}}(a_t\mid s_t)},1-\varepsilon,1+\varepsilon\right)}}
           \cdot A_t^{\pi_{\theta_{\mathrm{old}}}}\right\}\right] \\
        &= \mathbb{E}_t\left[\min\left\{\role{data}{\eta_t^r}\cdot A_t^{\pi_{\theta_{\mathrm{old}}}},\;
           \role{loss}{\eta_t^{\mathrm{clip}}}\cdot A_t^{\pi_{\theta_{\mathrm{old}}}}\right\}\right] \\
        &= \mathbb{E}_t\left[\role{model}{\eta_t}\cdot A_t^{\pi_{\theta_{\mathrm{old}}}}\right]
        \end{aligned}""",
        r"\role{loss}{\eta_t^{\mathrm{clip}}}=\operatorname{clip}\left(\frac{\pi_\theta(a_t\mid s_t)}"
        r"{\pi_{\theta_{\mathrm{old}}}(a_t\mid s_t)},1-\varepsilon,1+\varepsilon\right)",
        r"\role{model}{\eta_t}=\min\left(\role{data}{\eta_t^r},\;\role{loss}{\eta_t^{\mathrm{clip}}}\right)",
        r"\role{model}{\eta_t}=\max\bigl(\role{data}{\eta_t^r},\;\role{loss}{\eta_t^{\mathrm{clip}}}\bigr)",
        r"1+\varepsilon",
        r"A_t>0",
    ),
    "q_and_v": (
        r"V_\pi(s)=\sum_a \pi(a\mid s)\cdot Q_\pi(s,a)",
        r"Q_\pi(s,a)=\sum_{s',r}p(s',r\mid s,a)\left[r+\gamma V_\pi(s')\right]",
        r"V_\pi(s_{3\text{-}0})",
        r"Q_\pi(s_2,a_0)=2.6",
        r"\role{loss}{\boldsymbol{Q_\pi}}(s',a')",
        r"P(s_{00}\mid s,a_0)",
    ),
    "backward_return": (
        r"""\begin{aligned}
        \role{data}{G_t}&=R_{t+1}+\gamma R_{t+2}+\gamma^2R_{t+3}+\gamma^3R_{t+4}+\cdots+\gamma^{n-t-1}R_n\\
        &=R_{t+1}+\gamma(R_{t+2}+\gamma R_{t+3}+\gamma^2R_{t+4}+\cdots+\gamma^{n-t-2}R_n)\\
        &=R_{t+1}+\gamma\role{data}{G_{t+1}}
        \end{aligned}""",
        r"\term{left}{G(s_0)}=\term{reward}{r_1}+\gamma\term{next}{G(s_1)}=4+0.9\times9.12=12.208",
        r"(\,s_0\quad a_0\quad s_1\quad r_1\,)",
        r"r_1=4",
    ),
    "rlhf_ppo_training": (
        r"r=\exp(\log \mathrm{P_{new}}-\log\mathrm{P_{old}})",
        r"L^{\mathrm{Clip}}",
        r"L^{\mathrm{Critic}}=\left(V_{\mathrm{target}}-V_{\mathrm{new}}\right)^2",
        r"R_{\mathrm{kl}}=R-\text{scale}*\mathrm{KL}",
        r"\begin{aligned}\delta_t&=r_t+\gamma V(s_{t+1})-V(s_t)\\"
        r"A_t&=\delta_t+(\gamma\lambda)\cdot A_{t+1}\end{aligned}",
        r"L^{\mathrm{Clip}}+c_1L^{\mathrm{VF}}-c_2S_{\mathrm{entropy}}",
        r"\mathrm{KL}=\log\mathrm{P_{old}}-\log\mathrm{P_{ref}}",
    ),
    "sft_loss": (
        r"""\begin{aligned}
        \mathcal{L}_{SFT}&=-\frac{1}{N}\sum_{j=1}^{N}\sum_{i=1}^{C}y_{ji}\log(\hat y_{ji})
          =-\frac16\sum_{j=1}^{6}\sum_{i=0}^{151935}y_{ji}\log(\hat y_{ji})\\
        &=-\frac16\left(\log(\underbrace{0.0009}_{\role{data}{\text{No}}})+\log(\underbrace{0.99}_{\role{data}{\text{,}}})
          +\log(\underbrace{0.03}_{\role{data}{\text{it's}}})+\log(\underbrace{0.0003}_{\role{data}{\text{toxic}}})
          +\log(\underbrace{0.014}_{\role{data}{\text{.}}})+\log(\underbrace{0.327}_{\role{data}{\text{<END>}}})\right)\\
        &\approx3.99
        \end{aligned}""",
        r"=-\frac16\left(\log(\underbrace{0.0009}_{\text{不}})+\log(\underbrace{0.99}_{\text{，}})"
        r"+\log(\underbrace{0.03}_{\text{有毒}})\right)",
    ),
    "rope": (
        r"""\boldsymbol{R}_{\Theta,m}^d=\begin{pmatrix}
        \cos m\theta_1&-\sin m\theta_1&0&0&\cdots&0&0\\
        \sin m\theta_1&\cos m\theta_1&0&0&\cdots&0&0\\
        0&0&\cos m\theta_2&-\sin m\theta_2&\cdots&0&0\\
        0&0&\sin m\theta_2&\cos m\theta_2&\cdots&0&0\\
        \vdots&\vdots&\vdots&\vdots&\ddots&\vdots&\vdots\\
        0&0&0&0&\cdots&\cos m\theta_{d/2}&-\sin m\theta_{d/2}\\
        0&0&0&0&\cdots&\sin m\theta_{d/2}&\cos m\theta_{d/2}
        \end{pmatrix}""",
        r"\cos m\cdot\theta_0",
    ),
    "markov_chain_vs_mdp": (
        r"P(S_{t+1}=s_{t+1}\mid S_t=s_t)=P(S_{t+1}=s_{t+1}\mid S_t=s_t,"
        r"\role{data}{\underbrace{\textcolor{#000000}{S_{t-1}=s_{t-1},\ldots,S_0=s_0}}"
        r"_{\text{Independent of those earlier states}}})",
        r"P(S_{t+1}=s_{t+1}\mid S_t=s_t,\underbrace{S_{t-1}=s_{t-1},\ldots,S_0=s_0}_{\text{与更早的状态无关}})",
        r"P(s',r\mid s,a)=\operatorname{Prob}\{S_{t+1}=s',R_{t+1}=r\mid S_t=s,A_t=a\}",
        r"P(s_1|s_1,a_2)",
    ),
    "dpo_training_overview": (
        r"\mathrm{Logits}_w",
        r"\mathrm{Probs}_l",
        r"\pi_{\mathrm{ref}}(y_w\mid x)",
        r"\beta\log\frac{\pi_\theta(y_w\mid x)}{\pi_{\mathrm{ref}}(y_w\mid x)}",
        r"-\log\sigma\left(\term{win}{\beta\log\frac{\pi_\theta(y_w\mid x)}{\pi_{\mathrm{ref}}(y_w\mid x)}}"
        r"-\term{lose}{\beta\log\frac{\pi_\theta(y_l\mid x)}{\pi_{\mathrm{ref}}(y_l\mid x)}}\right)",
    ),
    "ddpg": (
        r"\nabla\boldsymbol{J_\theta}",
        r"\nabla_\theta",
        r"\boldsymbol{Q_w(s_t,a'')}",
        r"\boldsymbol{s_{t+1}}",
        r"\pi_{\theta^-}",
        r"\underbrace{r_{t+1}+\gamma Q_{w^-}(s_{t+1},a')}_{\role{data}{\text{TD-Target}}}",
        r"\frac{\nabla_w}{Q}",
    ),
    "top_p_sampling": (
        r"\sum P=0.73>0.7\;\mathbf{(Top\text{-}P=0.7)}",
        r"(P)",
    ),
}

SUBJECT: tuple[str, ...] = (
    # returns and values
    r"G_t=\sum_{k=0}^{\infty}\gamma^kR_{t+k+1}",
    r"V^\pi(s)=\mathbb{E}_\pi\left[G_t\mid S_t=s\right]",
    r"Q^\pi(s,a)=\mathbb{E}_\pi\left[\sum_{k=0}^\infty\gamma^kr_{t+k}\,\middle|\,s_t=s,a_t=a\right]",
    r"V^*(s)=\max_aQ^*(s,a)",
    r"\pi^*(s)=\arg\max_{a\in\mathcal{A}}Q^*(s,a)",
    r"Q^*(s,a)=\mathbb{E}\left[r+\gamma\max_{a'}Q^*(s',a')\right]",
    r"V(s)\leftarrow V(s)+\alpha\underbrace{\left[r+\gamma V(s')-V(s)\right]}_{\text{TD error }\delta_t}",
    r"Q(s,a)\leftarrow Q(s,a)+\alpha\bigl[r+\gamma\max_{a'}Q(s',a')-Q(s,a)\bigr]",
    r"\delta_t=r_t+\gamma V(s_{t+1})-V(s_t)",
    r"A(s,a)=Q(s,a)-V(s)",
    r"G_{t:t+n}=r_t+\gamma r_{t+1}+\cdots+\gamma^{n-1}r_{t+n-1}+\gamma^nV(s_{t+n})",
    r"\hat V(s)=\frac1N\sum_{i=1}^NG^{(i)}(s)",
    r"\|V_{k+1}-V^*\|_\infty\leq\gamma\|V_k-V^*\|_\infty",
    r"Z(s,a)\overset{D}{=}R(s,a)+\gamma Z(S',A')",
    r"\mathcal{M}=\langle\mathcal{S},\mathcal{A},P,R,\gamma\rangle",
    r"P(s_{t+1}\mid s_t,a_t)=P(s_{t+1}\mid s_0,a_0,\dots,s_t,a_t)",
    # policy gradients
    r"\nabla_\theta J(\theta)=\mathbb{E}_{\tau\sim\pi_\theta}"
    r"\left[\sum_{t=0}^{T}\nabla_\theta\log\pi_\theta(a_t\mid s_t)\,G_t\right]",
    r"\nabla_\theta J(\theta)=\mathbb{E}\left[\nabla_\theta\log\pi_\theta(a_t\mid s_t)\,(Q(s_t,a_t)-b(s_t))\right]",
    r"\theta_{k+1}=\theta_k+\alpha\nabla_\theta J(\theta_k)",
    r"\hat A_t=\sum_{l=0}^{\infty}(\gamma\lambda)^l\delta_{t+l}",
    r"\hat A_t^{\mathrm{GAE}(\gamma,\lambda)}=\delta_t+\gamma\lambda\hat A_{t+1}",
    r"\nabla_\theta J=\mathbb{E}_s\left[\nabla_\theta\mu_\theta(s)\,\nabla_aQ(s,a)\big|_{a=\mu_\theta(s)}\right]",
    r"\max_\theta\;\mathbb{E}_t\left[\frac{\pi_\theta}{\pi_{\theta_{\text{old}}}}\hat A_t\right]\quad\text{s.t.}\quad"
    r"\mathbb{E}_t\left[D_{\mathrm{KL}}\left(\pi_{\theta_{\text{old}}}\,\|\,\pi_\theta\right)\right]\le\delta",
    r"\mathbb{E}_{x\sim p}[f(x)]=\int f(x)p(x)\,\mathrm{d}x=\int f(x)\frac{p(x)}{q(x)}q(x)\,dx"
    r"=\mathbb{E}_{x\sim q}\left[f(x)\frac{p(x)}{q(x)}\right]",
    r"J^{\mathrm{CLIP}}(\theta)=\hat{\mathbb{E}}_t\left[\min\left(r_t(\theta)\hat A_t,"
    r"\operatorname{clip}(r_t(\theta),1-\epsilon,1+\epsilon)\hat A_t\right)\right]",
    r"r_t(\theta)=\frac{\pi_\theta(a_t\mid s_t)}{\pi_{\theta_{\text{old}}}(a_t\mid s_t)}"
    r"=\exp(\log P_{\text{new}}-\log P_{\text{old}})",
    r"L=L^{\mathrm{CLIP}}-c_1L^{\mathrm{VF}}+c_2S[\pi_\theta](s_t)",
    r"L^{\mathrm{VF}}=\max\left[(V_\theta-V^{\mathrm{targ}})^2,\left(\operatorname{clip}(V_\theta,V_{\mathrm{old}}-\epsilon,"
    r"V_{\mathrm{old}}+\epsilon)-V^{\mathrm{targ}}\right)^2\right]",
    r"\hat A_i=\frac{r_i-\operatorname{mean}(\{r_1,r_2,\ldots,r_G\})}{\operatorname{std}(\{r_1,r_2,\ldots,r_G\})}",
    r"\mathcal{J}_{\mathrm{GRPO}}(\theta)=\mathbb{E}\left[\frac1G\sum_{i=1}^G\frac{1}{|o_i|}\sum_{t=1}^{|o_i|}"
    r"\min\left(r_{i,t}\hat A_{i,t},\operatorname{clip}(r_{i,t},1\pm\varepsilon)\hat A_{i,t}\right)\right]"
    r"-\beta\,\mathbb{D}_{\mathrm{KL}}[\pi_\theta\|\pi_{\mathrm{ref}}]",
    # preferences
    r"P(y_w\succ y_l\mid x)=\sigma\bigl(r(x,y_w)-r(x,y_l)\bigr)",
    r"\mathcal{L}_R=-\mathbb{E}_{(x,y_w,y_l)\sim\mathcal{D}}\left[\log\sigma\left(r_\phi(x,y_w)-r_\phi(x,y_l)\right)\right]",
    r"\mathcal{L}_{\mathrm{DPO}}(\pi_\theta;\pi_{\mathrm{ref}})=-\mathbb{E}_{(x,y_w,y_l)\sim\mathcal{D}}\left[\log\sigma\left("
    r"\beta\log\frac{\pi_\theta(y_w\mid x)}{\pi_{\mathrm{ref}}(y_w\mid x)}-"
    r"\beta\log\frac{\pi_\theta(y_l\mid x)}{\pi_{\mathrm{ref}}(y_l\mid x)}\right)\right]",
    r"\pi^*(y\mid x)=\frac{1}{Z(x)}\pi_{\mathrm{ref}}(y\mid x)\exp\left(\frac1\beta r(x,y)\right)",
    r"Z(x)=\sum_y\pi_{\mathrm{ref}}(y\mid x)\exp\left(\tfrac1\beta r(x,y)\right)",
    r"r(x,y)=\beta\log\frac{\pi_\theta(y\mid x)}{\pi_{\mathrm{ref}}(y\mid x)}+\beta\log Z(x)",
    r"\max_{\pi_\theta}\mathbb{E}_{x\sim\mathcal{D},y\sim\pi_\theta}\bigl[\underbrace{r_\phi(x,y)}_{\text{奖励}}\bigr]"
    r"-\beta\,\underbrace{D_{\mathrm{KL}}\bigl[\pi_\theta\,\|\,\pi_{\mathrm{ref}}\bigr]}_{\text{KL 惩罚}}",
    r"R=r_\phi(x,y)-\beta\left(\log\pi_\theta(y\mid x)-\log\pi_{\mathrm{ref}}(y\mid x)\right)",
    r"\mathrm{BoN}:\;y^*=\operatorname*{arg\,max}_{y_i\in\{y_1,\dots,y_N\}}r_\phi(x,y_i)",
    # losses and divergences
    r"D_{\mathrm{KL}}(P\,\|\,Q)=\sum_{x\in\mathcal{X}}P(x)\log\frac{P(x)}{Q(x)}\geq0",
    r"H(p,q)=-\sum_ip_i\log q_i",
    r"\mathcal{L}_{\text{SFT}}=-\sum_{t=1}^{T}\log\pi_\theta(y_t\mid x,y_{<t})",
    r"\mathrm{PPL}=\exp\left(-\frac1T\sum_{t=1}^T\log p(x_t\mid x_{<t})\right)",
    r"\mathcal{L}=\alpha T^2\,D_{\mathrm{KL}}"
    r"\left(p^{\text{teacher}}_T\|p^{\text{student}}_T\right)+(1-\alpha)\,\mathrm{CE}(y,p)",
    r"\mathrm{MSE}=\frac{1}{n}\sum_{i=1}^{n}(y_i-\hat y_i)^2",
    r"F_1=\frac{2\cdot\mathrm{Precision}\cdot\mathrm{Recall}}{\mathrm{Precision}+\mathrm{Recall}}",
    r"\mathrm{Recall}=\frac{TP}{TP+FN}",
    r"\mathbb{1}[a_t=a^*]",
    r"\operatorname{Var}[X]=\mathbb{E}[X^2]-(\mathbb{E}[X])^2",
    # transformers
    r"\operatorname{Attention}(Q,K,V)=\operatorname{softmax}\left(\frac{QK^\top}{\sqrt{d_k}}\right)V",
    r"\operatorname{softmax}(z)_i=\frac{e^{z_i}}{\sum_{j=1}^{K}e^{z_j}}",
    r"p_i=\frac{\exp(z_i/T)}{\sum_j\exp(z_j/T)}",
    r"\mathrm{head}_i=\operatorname{Attention}(QW_i^Q,KW_i^K,VW_i^V)",
    r"\operatorname{MultiHead}(Q,K,V)=\operatorname{Concat}(\mathrm{head}_1,\ldots,\mathrm{head}_h)W^O",
    r"\mathrm{LN}(x)=\gamma\odot\frac{x-\mu}{\sqrt{\sigma^2+\epsilon}}+\beta",
    r"\mathrm{RMSNorm}(x)=\frac{x}{\sqrt{\frac1d\sum_{i=1}^dx_i^2+\epsilon}}\odot g",
    r"\mathrm{SwiGLU}(x)=\left(\mathrm{Swish}_\beta(xW)\odot xV\right)W_2",
    r"\mathrm{Swish}(x)=x\cdot\sigma(\beta x)=\frac{x}{1+e^{-\beta x}}",
    r"\mathrm{GELU}(x)=x\,\Phi(x)\approx\tfrac12x\left(1+\tanh\left[\sqrt{2/\pi}\,(x+0.044715x^3)\right]\right)",
    r"h=W_0x+\frac{\alpha}{r}BAx,\quad B\in\mathbb{R}^{d\times r},\;A\in\mathbb{R}^{r\times k},\;r\ll\min(d,k)",
    r"W'=W+\Delta W=W+BA",
    r"\theta_i=10000^{-2i/d}",
    r"PE_{(pos,2i)}=\sin\left(\frac{pos}{10000^{2i/d_{\mathrm{model}}}}\right)",
    r"\begin{bmatrix}q_0'\\q_1'\end{bmatrix}="
    r"\begin{bmatrix}\cos m\theta&-\sin m\theta\\\sin m\theta&\cos m\theta\end{bmatrix}"
    r"\begin{bmatrix}q_0\\q_1\end{bmatrix}",
    r"\langle f_q(x_m,m),f_k(x_n,n)\rangle=g(x_m,x_n,m-n)",
    r"h_t=\tanh(W_hh_{t-1}+W_xx_t+b)",
    r"y=\mathrm{Quant}(x)=\left\lfloor\frac{x-z}{s}\right\rceil",
    r"P(x_1,\ldots,x_T)=\prod_{t=1}^{T}P(x_t\mid x_1,\ldots,x_{t-1})",
    r"\sum_{x\in V^{(p)}}P(x\mid x_{1:i-1})\geq p",
    r"m_t=\beta_1m_{t-1}+(1-\beta_1)g_t,\qquad\hat m_t=\frac{m_t}{1-\beta_1^t}",
    r"\theta_{t+1}=\theta_t-\eta\,\frac{\hat m_t}{\sqrt{\hat v_t}+\epsilon}",
    r"\frac{\partial\mathcal{L}}{\partial W^{(l)}}=\delta^{(l)}\left(a^{(l-1)}\right)^{\!\top}",
    r"x_{t}=\sqrt{\bar\alpha_t}\,x_0+\sqrt{1-\bar\alpha_t}\,\boldsymbol{\epsilon},\quad\boldsymbol\epsilon\sim\mathcal{N}(\mathbf{0},\mathbf{I})",
    # search and exploration
    r"\mathrm{UCT}=\underbrace{\frac{w_i}{n_i}}_{\text{利用}}+\underbrace{c\sqrt{\frac{\ln N_i}{n_i}}}_{\text{探索}}",
    r"a_t=\arg\max_a\left(Q(s_t,a)+c_{\mathrm{puct}}P(s_t,a)\frac{\sqrt{\sum_bN(s_t,b)}}{1+N(s_t,a)}\right)",
    r"""\pi(a\mid s)=\begin{cases}
    1-\varepsilon+\dfrac{\varepsilon}{|\mathcal{A}|}&\text{if }a=\arg\max_{a'}Q(s,a')\\[4pt]
    \dfrac{\varepsilon}{|\mathcal{A}|}&\text{otherwise}\end{cases}""",
    r"\text{奖励}=\begin{cases}+1&\text{答案正确}\\0&\text{格式正确，答案错误}\\-1&\text{其他}\end{cases}",
    r"\bar r=\frac1n\sum_{i=1}^nr_i,\qquad\sigma_r=\sqrt{\frac1n\sum_{i=1}^n(r_i-\bar r)^2}",
    # the rest of the syntax
    r"\sqrt[3]{x}+\sqrt{\frac{a}{b}}+\sqrt{x_i^2}",
    r"a\neq b,\;a\not=b,\;x\not\in A,\;A\not\subset B,\;a\equiv b\pmod{n}",
    r"\overline{x+y}+\widehat{abc}+\widetilde{xyz}+\vec v+\dot x+\ddot x+\tilde\theta+\bar{\bar x}",
    r"\overbrace{a_1+a_2+\cdots+a_n}^{n\text{ terms}}+\overrightarrow{AB}",
    r"x\xrightarrow{\text{encoder}}z\xrightarrow[\theta]{\text{decoder}}\hat x\to y\leftarrow z\mapsto w",
    r"\bigl(\Bigl(\biggl(\Biggl(x\Biggr)\biggr)\Bigr)\bigr)",
    r"\left\{\left[\left(\frac{\dfrac{a}{b}}{\dfrac{c}{d}}\right)\right]\right\}",
    r"\left.\frac{\partial f}{\partial x}\right|_{x=0},\quad"
    r"\left\|\frac{x}{y}\right\|_2,\quad\left\langle x,y\right\rangle",
    r"\lim_{n\to\infty}\left(1+\frac1n\right)^n=e,\quad\int_0^1x\,dx=\frac12,\quad\oint_Cf",
    r"\binom{n}{k}=\frac{n!}{k!(n-k)!}",
    r"\mathbf{W}\mathbf{x}+\mathbf{b},\;\boldsymbol{\theta},\;\mathcal{LDNBH},\;\mathbb{RENPZ},\;\mathfrak{g},\;\mathsf{A},\;\mathtt{code1}",
    r"f'(x),\;f''(x),\;f'''(x),\;a'^2_i,\;{x'}_t",
    r"\sum_{\substack{i=1\\i\neq j}}^{n}a_{ij}+\sum\nolimits_ib_i+\max\limits_xf",
    r"\left(\begin{array}{c|c}A&B\\\hline C&D\end{array}\right)",
    r"x_{\text{旧}}+\pi_{\text{参考}}(y\mid x)+V_{目标}",
    r"\boxed{E=mc^2}\quad\cancel{x}\quad\phantom{x}y",
    r"\text{价值 $V(s)$ 的估计}=\texttt{reward_model(x)}+\textbf{粗体 bold}+\textit{slanted}",
    r"\alpha\beta\gamma\delta\epsilon\varepsilon\zeta\eta\theta\vartheta\iota\kappa\lambda\mu\nu\xi\pi\rho\sigma\tau\upsilon\phi\varphi"
    r"\chi\psi\omega\Gamma\Delta\Theta\Lambda\Xi\Pi\Sigma\Upsilon\Phi\Psi\Omega",
    r"a\oplus b\otimes c\odot d\sim e\approx f\propto g\ll h\infty\partial\forall\exists\in\notin\subseteq\cup\cap",
    r"α+β≤γ·∇J≠∞→ℒ",
)

CORPUS: tuple[str, ...] = tuple(f for formulas in ORIGINALS.values() for f in formulas) + SUBJECT
