/**
 * MTA-STS Admin: every package directly below this one is a module with an interface of its own; the arrows between
 * them are declared in each {@code package-info} and kept by a test.
 */
@org.jspecify.annotations.NullMarked
package mtasts;
