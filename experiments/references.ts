/** The works that pages cite, and what the lecture prints. */

/** A work that pages cite. */
export interface Reference {
  /** As sentences cite it, such as `Rosenblatt 1958`. */
  readonly short: string;
  /** Authors, title, where and when it was published. */
  readonly full: string;
}

/** The works by key, in alphabetical order. */
export const REFERENCES = {
  antognini2018: {
    short: "Antognini & Sohl-Dickstein 2018",
    full: "J. Antognini, J. Sohl-Dickstein: PCA of high dimensional random walks with comparison to neural network " +
      "training. NeurIPS 31, 2018",
  },
  auger2005: {
    short: "Auger & Hansen 2005",
    full: "A. Auger, N. Hansen: Performance evaluation of an advanced local search evolutionary algorithm. CEC, 2005",
  },
  bishop1995: {
    short: "Bishop 1995",
    full: "C. M. Bishop: Training with noise is equivalent to Tikhonov regularization. Neural Computation 7, 1995",
  },
  david2003: { short: "David & Nagaraja 2003", full: "H. A. David, H. N. Nagaraja: Order Statistics. Wiley, 2003" },
  duchi2011: {
    short: "Duchi, Hazan & Singer 2011",
    full:
      "J. Duchi, E. Hazan, Y. Singer: Adaptive subgradient methods for online learning and stochastic optimization. " +
      "Journal of Machine Learning Research 12, 2011",
  },
  efron1993: {
    short: "Efron & Tibshirani 1993",
    full: "B. Efron, R. J. Tibshirani: An Introduction to the Bootstrap. Chapman & Hall, 1993",
  },
  elfwing2018: {
    short: "Elfwing, Uchibe & Doya 2018",
    full:
      "S. Elfwing, E. Uchibe, K. Doya: Sigmoid-weighted linear units for neural network function approximation in " +
      "reinforcement learning. Neural Networks 107, 2018",
  },
  fahlman1988: {
    short: "Fahlman 1988",
    full: "S. E. Fahlman: An empirical study of learning speed in back-propagation networks. Carnegie Mellon " +
      "University, CMU-CS-88-162, 1988",
  },
  glorot2010: {
    short: "Glorot & Bengio 2010",
    full:
      "X. Glorot, Y. Bengio: Understanding the difficulty of training deep feedforward neural networks. AISTATS, 2010",
  },
  goodfellow2015: {
    short: "Goodfellow, Vinyals & Saxe 2015",
    full:
      "I. J. Goodfellow, O. Vinyals, A. M. Saxe: Qualitatively characterizing neural network optimization problems. " +
      "ICLR, 2015",
  },
  goodfellow2016: {
    short: "Goodfellow, Bengio & Courville 2016",
    full: "I. Goodfellow, Y. Bengio, A. Courville: Deep Learning. MIT Press, 2016",
  },
  hamey1998: {
    short: "Hamey 1998",
    full: "L. G. C. Hamey: XOR has no local minima: a case study in neural network error surface analysis. Neural " +
      "Networks 11, 1998",
  },
  he2015: {
    short: "He et al. 2015",
    full:
      "K. He, X. Zhang, S. Ren, J. Sun: Delving deep into rectifiers: surpassing human-level performance on ImageNet " +
      "classification. ICCV, 2015",
  },
  hendrycks2016: {
    short: "Hendrycks & Gimpel 2016",
    full: "D. Hendrycks, K. Gimpel: Gaussian error linear units (GELUs). arXiv:1606.08415, 2016",
  },
  holm1979: {
    short: "Holm 1979",
    full:
      "S. Holm: A simple sequentially rejective multiple test procedure. Scandinavian Journal of Statistics 6, 1979",
  },
  kim2017: { short: "Kim 2017", full: "P. Kim: MATLAB Deep Learning. Apress, 2017" },
  kingma2015: {
    short: "Kingma & Ba 2015",
    full: "D. P. Kingma, J. Ba: Adam: a method for stochastic optimization. ICLR, 2015",
  },
  krogh1992: {
    short: "Krogh & Hertz 1992",
    full: "A. Krogh, J. A. Hertz: A simple weight decay can improve generalization. NeurIPS 4, 1992",
  },
  lecun1998: {
    short: "LeCun et al. 1998",
    full: "Y. LeCun, L. Bottou, G. B. Orr, K.-R. Müller: Efficient BackProp. Neural Networks: Tricks of the Trade, " +
      "Springer, 1998",
  },
  li2018: {
    short: "Li et al. 2018",
    full:
      "H. Li, Z. Xu, G. Taylor, C. Studer, T. Goldstein: Visualizing the loss landscape of neural nets. NeurIPS 31, " +
      "2018",
  },
  lu2020: {
    short: "Lu et al. 2020",
    full: "L. Lu, Y. Shin, Y. Su, G. E. Karniadakis: Dying ReLU and initialization: theory and numerical examples. " +
      "Communications in Computational Physics 28, 2020",
  },
  luby1993: {
    short: "Luby, Sinclair & Zuckerman 1993",
    full: "M. Luby, A. Sinclair, D. Zuckerman: Optimal speedup of Las Vegas algorithms. Information Processing " +
      "Letters 47, 1993",
  },
  maas2013: {
    short: "Maas, Hannun & Ng 2013",
    full: "A. L. Maas, A. Y. Hannun, A. Y. Ng: Rectifier nonlinearities improve neural network acoustic models. ICML " +
      "Workshop on Deep Learning for Audio, Speech and Language Processing, 2013",
  },
  minsky1969: { short: "Minsky & Papert 1969", full: "M. Minsky, S. Papert: Perceptrons. MIT Press, 1969" },
  muroga1971: { short: "Muroga 1971", full: "S. Muroga: Threshold Logic and Its Applications. Wiley, 1971" },
  novikoff1962: {
    short: "Novikoff 1962",
    full:
      "A. B. J. Novikoff: On convergence proofs on perceptrons. Symposium on the Mathematical Theory of Automata 12, " +
      "1962",
  },
  pascanu2013: {
    short: "Pascanu, Mikolov & Bengio 2013",
    full: "R. Pascanu, T. Mikolov, Y. Bengio: On the difficulty of training recurrent neural networks. ICML, 2013",
  },
  robbins1951: {
    short: "Robbins & Monro 1951",
    full: "H. Robbins, S. Monro: A stochastic approximation method. Annals of Mathematical Statistics 22, 1951",
  },
  rosenblatt1958: {
    short: "Rosenblatt 1958",
    full:
      "F. Rosenblatt: The perceptron: a probabilistic model for information storage and organization in the brain. " +
      "Psychological Review 65, 1958",
  },
  rumelhart1986: {
    short: "Rumelhart, Hinton & Williams 1986",
    full:
      "D. E. Rumelhart, G. E. Hinton, R. J. Williams: Learning representations by back-propagating errors. Nature " +
      "323, 1986",
  },
  rumelhart1986b: {
    short: "Rumelhart, Hinton & Williams 1986b",
    full: "D. E. Rumelhart, G. E. Hinton, R. J. Williams: Learning internal representations by error propagation. " +
      "Parallel Distributed Processing 1, MIT Press, 1986",
  },
  saxe2014: {
    short: "Saxe, McClelland & Ganguli 2014",
    full: "A. M. Saxe, J. L. McClelland, S. Ganguli: Exact solutions to the nonlinear dynamics of learning in deep " +
      "linear neural networks. ICLR, 2014",
  },
  setiono1997: {
    short: "Setiono 1997",
    full: "R. Setiono: On the solution of the parity problem by a single hidden layer feedforward neural network. " +
      "Neurocomputing 16, 1997",
  },
  solla1988: {
    short: "Solla, Levin & Fleisher 1988",
    full:
      "S. A. Solla, E. Levin, M. Fleisher: Accelerated learning in layered neural networks. Complex Systems 2, 1988",
  },
  soudry2018: {
    short: "Soudry et al. 2018",
    full: "D. Soudry, E. Hoffer, M. S. Nacson, S. Gunasekar, N. Srebro: The implicit bias of gradient descent on " +
      "separable data. Journal of Machine Learning Research 19, 2018",
  },
  sprinkhuizen1996: {
    short: "Sprinkhuizen-Kuyper & Boers 1996",
    full: "I. G. Sprinkhuizen-Kuyper, E. J. W. Boers: The error surface of the simplest XOR network has only global " +
      "minima. Neural Computation 8, 1996",
  },
  sprinkhuizen1999: {
    short: "Sprinkhuizen-Kuyper & Boers 1999",
    full:
      "I. G. Sprinkhuizen-Kuyper, E. J. W. Boers: A local minimum for the 2-3-1 XOR network. IEEE Transactions on " +
      "Neural Networks 10, 1999",
  },
  sutskever2013: {
    short: "Sutskever et al. 2013",
    full: "I. Sutskever, J. Martens, G. Dahl, G. Hinton: On the importance of initialization and momentum in deep " +
      "learning. ICML, 2013",
  },
  szegedy2016: {
    short: "Szegedy et al. 2016",
    full:
      "C. Szegedy, V. Vanhoucke, S. Ioffe, J. Shlens, Z. Wojna: Rethinking the Inception architecture for computer " +
      "vision. CVPR, 2016",
  },
  tango1998: {
    short: "Tango 1998",
    full:
      "T. Tango: Equivalence test and confidence interval for the difference in proportions for the paired-sample " +
      "design. Statistics in Medicine 17, 1998",
  },
  widrow1960: {
    short: "Widrow & Hoff 1960",
    full: "B. Widrow, M. E. Hoff: Adaptive switching circuits. IRE WESCON Convention Record 4, 1960",
  },
  wilson1927: {
    short: "Wilson 1927",
    full:
      "E. B. Wilson: Probable inference, the law of succession, and statistical inference. Journal of the American " +
      "Statistical Association 22, 1927",
  },
  wilson2003: {
    short: "Wilson & Martinez 2003",
    full: "D. R. Wilson, T. R. Martinez: The general inefficiency of batch training for gradient descent learning. " +
      "Neural Networks 16, 2003",
  },
} as const satisfies Readonly<Record<string, Reference>>;

/** The key of a work. */
export type ReferenceKey = keyof typeof REFERENCES;
