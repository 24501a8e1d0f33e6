@file:JvmName("Shop")

package com.acme.shop

import com.acme.util.slug as toSlug
import com.acme.money.*
import kotlinx.coroutines.flow.Flow

/**
 * Keeps a basket.
 *
 * @param owner who owns it
 */
@Serializable
public data class Basket<T : Item>(
    val owner: User,
    private var items: MutableList<T> = mutableListOf(),
) : Container<T>(), Priced by owner, Comparable<Basket<T>> {
    private val log = Logger("basket")
    lateinit var clock: Clock

    /** Number of items. */
    val size: Int
        get() = items.size

    constructor(name: String) : this(User(name)) {
        log.note("made")
    }

    init {
        check(owner.isKnown())
    }

    /** Adds one. */
    @Throws(IOException::class)
    override suspend fun <R> add(item: T, block: (T) -> R): R {
        items.add(item)
        this.clock?.tick()
        val price = Price(1)
        return block(item).also { log.note("added $price") }
    }

    companion object {
        fun of(vararg items: Item): Basket<Item> = Basket(User("a"))
    }

    inner class Line {
        fun total() = 1
    }

    operator fun plus(other: Basket<T>) = this
}

sealed interface Priced {
    val price: Int
    fun total(): Int
}

class Logger(val name: String) {
    fun note(text: String) = println(text)
}

class User(val name: String) : Priced {
    fun isKnown(): Boolean = name.isShouted()
}

enum class Color(val rgb: Int) : Named {
    RED(1) {
        override fun shade() = 1
    },
    GREEN(2);

    fun hex() = ""
}

object Registry : Base() {
    fun get() = toSlug("a")
}

annotation class Mark(val x: Int)

typealias Handler = (String) -> Unit

// Whether it is all upper case.
fun String.isShouted(): Boolean = uppercase() == this

fun <T> List<T>.second(): T = this[1]

val Basket<*>.isEmpty: Boolean
    get() = size == 0

internal val top = 1

class BasketTest {
    @Test
    fun `adds an item`() = runTest {
        Basket<Item>("a").add(x) { it }
    }
}
