/**
 * The commands and their options: each takes what the user typed, runs one job of the packages
 * beside it, and gives text for the terminal and an exit code.
 */
package org.duibiao.jobs.cli;
