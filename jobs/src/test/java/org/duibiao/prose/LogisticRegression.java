package org.duibiao.prose;

import java.util.List;

/**
 * Logistic regression with a ridge: the weights of yes-or-no features that best tell a yes-or-no
 * outcome. By Newton's method; the ridge keeps weights of rare features small.
 */
final class LogisticRegression {

  private static final int MOST_STEPS = 40;
  private static final double CLOSE = 1e-6;
  private static final double LONGEST_STEP = 4;

  private LogisticRegression() {}

  /**
   * An example.
   *
   * @param features the indexes of the features that it has
   */
  record Example(int[] features, boolean outcome) {}

  /**
   * The weights of the features, with that of any example at the end.
   *
   * @param ridge what a squared weight costs
   */
  static double[] fit(List<Example> examples, int features, double ridge) {
    int size = features + 1;
    double[] weights = new double[size];
    for (int step = 0; step < MOST_STEPS; step++) {
      double[] gradient = new double[size];
      double[][] curvature = new double[size][size];
      for (Example example : examples) {
        int[] on = example.features();
        double odds = weights[features];
        for (int feature : on) {
          odds += weights[feature];
        }
        double probability = 1 / (1 + Math.exp(-odds));
        double error = probability - (example.outcome() ? 1 : 0);
        double spread = probability * (1 - probability);
        gradient[features] += error;
        curvature[features][features] += spread;
        for (int one : on) {
          gradient[one] += error;
          curvature[one][features] += spread;
          curvature[features][one] += spread;
          for (int other : on) {
            curvature[one][other] += spread;
          }
        }
      }
      for (int i = 0; i < size; i++) {
        double cost = i < features ? ridge : ridge / 10;
        gradient[i] += cost * weights[i];
        curvature[i][i] += cost;
      }
      solve(curvature, gradient);
      double longest = 0;
      for (double each : gradient) {
        longest = Math.max(longest, Math.abs(each));
      }
      double scale = longest > LONGEST_STEP ? LONGEST_STEP / longest : 1;
      for (int i = 0; i < size; i++) {
        weights[i] -= scale * gradient[i];
      }
      if (longest < CLOSE) {
        break;
      }
    }
    return weights;
  }

  /** Solves a system with a positive definite matrix; the right side becomes the solution. */
  private static void solve(double[][] matrix, double[] right) {
    int size = right.length;
    for (int i = 0; i < size; i++) {
      for (int row = i + 1; row < size; row++) {
        double factor = matrix[row][i] / matrix[i][i];
        if (factor != 0) {
          for (int column = i; column < size; column++) {
            matrix[row][column] -= factor * matrix[i][column];
          }
          right[row] -= factor * right[i];
        }
      }
    }
    for (int i = size - 1; i >= 0; i--) {
      for (int column = i + 1; column < size; column++) {
        right[i] -= matrix[i][column] * right[column];
      }
      right[i] /= matrix[i][i];
    }
  }
}
