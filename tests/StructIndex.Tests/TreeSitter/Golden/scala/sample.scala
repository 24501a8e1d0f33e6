package com.acme
package math

import scala.collection.mutable.{Map => MMap, Set, _}
import cats.syntax.all._
import java.util.List

/** A group.
  *
  * @tparam A the element
  */
@implicitNotFound("no group")
trait Group[A] extends Monoid[A] with Serializable { self =>
  /** Inverse. */
  def inverse(a: A): A

  def remove(x: A, y: A): A = combine(x, inverse(y))

  val zero: A
  lazy val double: A = combine(zero, zero)
  type Out
  type F[X] = List[X]
}

object Group extends GroupInstances {
  def apply[A](implicit ev: Group[A]): Group[A] = ev

  implicit val intGroup: Group[Int] = new Group[Int] {
    def inverse(a: Int): Int = -a
    val zero = 0
  }

  implicit class Ops[A](val a: A) extends AnyVal {
    def |-|(b: A): A = Group[A].remove(a, b)
  }
}

case class Point(x: Int, y: Int = 0) extends Shape(x) with Ordered[Point] {
  def this() = this(1, 2)

  private[acme] def norm(): Double = scala.math.sqrt(x * x)

  override def toString: String = {
    val other = new Point(1)
    other.norm()
    s"${other.x}"
  }

  def unary_- : Point = Point(-x)
}

sealed abstract class Shape(n: Int)

case object Empty extends Shape(0)

enum Color(val rgb: Int) {
  case Red extends Color(1)
  case Green, Blue

  def hex = Integer.toHexString(rgb)
}

extension (text: String) def shout: String = text.toUpperCase

extension [A](xs: List[A]) {
  def second: A = xs(1)
}

@main def run(args: String*): Unit = println(args.map(_.size).sum)

package object util {
  def twice(x: Int) = x combine x
}

opaque type Id = Int

class SpecTest extends AnyFunSuite {
  test("adds") {
    assert(Point(1).norm() == 1)
  }

  @Test def ok(): Unit = run("a")
}
