<?php
/**
 * Plugin Name:       Collporterre
 * Description:       Initiatives, portraits et méthodologies d'un jeu de données Collporterre : une page par fiche, une carte et une liste à placer dans les pages.
 * Version:           @project.version@
 * Requires at least: 6.3
 * Requires PHP:      7.4
 * License:           GPL-2.0-or-later
 * License URI:       https://www.gnu.org/licenses/gpl-2.0.html
 * Text Domain:       collporterre
 * Domain Path:       /languages
 *
 * Records are rendered and checked before they are sent here; this keeps, protects and shows them.
 *
 * This program is free software; you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation; either version 2 of the License, or (at your option) any later
 * version. It is distributed without any warranty.
 *
 * @package Collporterre
 */

namespace Collporterre;

defined( 'ABSPATH' ) || exit;

require_once __DIR__ . '/records.php';
require_once __DIR__ . '/views.php';
require_once __DIR__ . '/settings.php';

const KIND       = 'collp_record';
const TYPES      = array( 'initiative', 'portrait', 'methodologie' );
const TAXONOMIES = array(
	'champs_action' => 'collp_champ',
	'themes'        => 'collp_theme',
	'odd'           => 'collp_odd',
	'territoires'   => 'collp_territoire',
);

add_action( 'init', __NAMESPACE__ . '\register' );
add_action( 'rest_api_init', __NAMESPACE__ . '\register_routes' );
add_action( 'wp_enqueue_scripts', __NAMESPACE__ . '\dress_record' );
add_action( 'wp_head', __NAMESPACE__ . '\print_json_ld' );
add_filter( 'get_canonical_url', __NAMESPACE__ . '\origin', 10, 2 );
add_action( 'admin_init', __NAMESPACE__ . '\register_settings' );
add_action( 'admin_menu', __NAMESPACE__ . '\add_settings_page' );
foreach ( array( 'activate_' . plugin_basename( __FILE__ ), 'deactivate_' . plugin_basename( __FILE__ ), 'update_option_collporterre', 'add_option_collporterre' ) as $hook ) {
	add_action( $hook, __NAMESPACE__ . '\forget_addresses' );
}

/** The kinds of posts and terms, the shortcode and the block. */
function register() {
	// The texts are French; who reads something else reads English, unless there is a translation.
	if ( ! load_plugin_textdomain( 'collporterre', false, 'collporterre/languages' ) && 0 !== strpos( determine_locale(), 'fr' ) ) {
		load_textdomain( 'collporterre', __DIR__ . '/languages/collporterre-en_US.mo' );
	}
	register_post_type(
		KIND,
		array(
			'labels'       => array(
				'name'          => __( 'Fiches Collporterre', 'collporterre' ),
				'singular_name' => __( 'Fiche Collporterre', 'collporterre' ),
			),
			'public'       => true,
			'has_archive'  => true,
			'show_in_rest' => true,
			'map_meta_cap' => true,
			'menu_icon'    => 'dashicons-location-alt',
			'rewrite'      => array( 'slug' => setting( 'slug' ) ),
			'supports'     => array( 'title', 'editor', 'excerpt', 'author', 'thumbnail', 'revisions' ),
		)
	);
	$names = array(
		'collp_champ'      => __( 'Champs d’action', 'collporterre' ),
		'collp_theme'      => __( 'Thèmes', 'collporterre' ),
		'collp_odd'        => __( 'Objectifs de développement durable', 'collporterre' ),
		'collp_territoire' => __( 'Territoires', 'collporterre' ),
	);
	foreach ( $names as $name => $label ) {
		// They come with the record each time it is sent: nobody edits them here.
		register_taxonomy(
			$name,
			KIND,
			array(
				'labels'            => array( 'name' => $label ),
				'show_ui'           => false,
				'show_admin_column' => true,
				'rewrite'           => false,
			)
		);
	}
	wp_register_style( 'collporterre-leaflet', plugins_url( 'assets/leaflet/leaflet.css', __FILE__ ), array(), '@project.version@' );
	wp_register_style( 'collporterre', plugins_url( 'assets/collporterre.css', __FILE__ ), array( 'collporterre-leaflet' ), '@project.version@' );
	foreach ( array( 'carte', 'liste' ) as $name ) {
		wp_register_script( "collporterre-$name", plugins_url( "assets/$name.js", __FILE__ ), array(), '@project.version@', array( 'strategy' => 'defer' ) );
	}
	add_shortcode( 'collporterre', __NAMESPACE__ . '\show' );
	register_block_type( __DIR__ . '/vue', array( 'render_callback' => __NAMESPACE__ . '\show_block' ) );
	wp_add_inline_script( 'collporterre-vue-editor-script', 'window.collporterreMots = ' . json( editor_words() ) . ';', 'before' );
}

/** The next request works out anew which addresses there are. */
function forget_addresses() {
	delete_option( 'rewrite_rules' );
}

/** Returns JSON that neither ends a script nor means anything to HTML. */
function json( $value ) {
	return wp_json_encode( $value, JSON_HEX_TAG | JSON_HEX_AMP | JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_UNICODE | JSON_PRESERVE_ZERO_FRACTION );
}

/** Prints the JSON-LD of the record that the page is about. */
function print_json_ld() {
	$linked = is_singular( KIND ) && ! post_password_required() ? json_decode( (string) get_post_meta( get_queried_object_id(), '_collp_jsonld', true ) ) : null;
	if ( $linked ) {
		echo '<script type="application/ld+json">', json( $linked ), "</script>\n"; // phpcs:ignore WordPress.Security.EscapeOutput
	}
}

/** Returns the address of the original of a record that was taken over, for search engines. */
function origin( $url, $post ) {
	$origin = KIND === $post->post_type ? get_post_meta( $post->ID, '_collp_lien', true ) : '';
	return $origin ? $origin : $url;
}

/** The page of a record has our styles, and asks no other site for pictures of emoji. */
function dress_record() {
	if ( is_singular( KIND ) ) {
		wp_enqueue_style( 'collporterre' );
	}
	if ( is_singular( KIND ) || is_post_type_archive( KIND ) ) {
		remove_action( 'wp_head', 'print_emoji_detection_script', 7 );
	}
}
