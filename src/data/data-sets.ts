/** A data set of real measurements that the site ships. */
export interface DataSetCredit {
  name: string;
  holds: string;
  creators: string;
  year: number;
  /** Bare DOI at the UCI Machine Learning Repository. */
  doi: string;
  /** Root-relative path of the file. */
  file: string;
}

/** Whom to thank for the real data, all of it CC BY 4.0. */
export const dataSets: readonly DataSetCredit[] = [
  {
    name: 'Optical Recognition of Handwritten Digits',
    holds: '1,797 images of 8 × 8 pixels (the test part), ten digits',
    creators: 'E. Alpaydin and C. Kaynak',
    year: 1998,
    doi: '10.24432/C50P49',
    file: '/data/digits.csv',
  },
  {
    name: 'Iris',
    holds: '150 flowers, four lengths in centimeters, three species',
    creators: 'R. A. Fisher',
    year: 1936,
    doi: '10.24432/C56C76',
    file: '/data/iris.csv',
  },
  {
    name: 'Wine',
    holds: '178 wines, thirteen chemical measurements, three cultivars',
    creators: 'S. Aeberhard and M. Forina',
    year: 1992,
    doi: '10.24432/C5PC7J',
    file: '/data/wine.csv',
  },
  {
    name: 'Breast Cancer Wisconsin (Diagnostic)',
    holds: '569 cell samples, thirty measurements, malignant or benign',
    creators: 'W. Wolberg, O. Mangasarian, N. Street and W. Street',
    year: 1993,
    doi: '10.24432/C5DW2B',
    file: '/data/breast-cancer.csv',
  },
];
