<?php
/**
 * What an administrator may set.
 *
 * @package Collporterre
 */

namespace Collporterre;

defined( 'ABSPATH' ) || exit;

/** Returns a setting, as text. */
function setting( $name ) {
	$settings = get_option( 'collporterre' );
	$value    = is_array( $settings ) ? $settings[ $name ] ?? '' : '';
	return 'slug' === $name && ! $value ? 'initiatives' : (string) $value;
}

/** What an administrator may set. */
function register_settings() {
	register_setting( 'collporterre', 'collporterre', array( 'sanitize_callback' => __NAMESPACE__ . '\clean_settings' ) );
}

/** Returns settings that mean something: tiles by https only, and with the name of who made them. */
function clean_settings( $given ) {
	$given = array_map( fn( $text ) => one_line( (string) $text ), array_filter( (array) $given, 'is_scalar' ) ) + array_fill_keys( array( 'slug', 'tuiles', 'attribution' ), '' );
	if ( ! preg_match( '#^https://[A-Za-z0-9.{}-]+(:\d+)?/[\w.~!$&\'()*+,;=:@%/?{}-]*$#D', $given['tuiles'] ) || 3 !== count( array_filter( array( '{z}', '{x}', '{y}' ), fn( $part ) => strpos( $given['tuiles'], $part ) ) ) || '' === $given['attribution'] ) {
		if ( '' !== $given['tuiles'] ) {
			add_settings_error( 'collporterre', 'tuiles', __( 'Le fond de carte est refusé : une adresse https avec {z}, {x} et {y}, et une attribution sont attendues.', 'collporterre' ) );
		}
		$given['tuiles'] = '';
	}
	return array(
		'slug'        => sanitize_title( $given['slug'] ),
		'tuiles'      => $given['tuiles'],
		'attribution' => mb_substr( $given['attribution'], 0, 300 ),
	);
}

/** The page of settings. */
function add_settings_page() {
	add_options_page( 'Collporterre', 'Collporterre', 'manage_options', 'collporterre', __NAMESPACE__ . '\print_settings' );
}

/** Prints the page of settings. */
function print_settings() {
	$fields = array(
		'slug'        => __( 'Début de l’adresse des fiches', 'collporterre' ),
		'tuiles'      => __( 'Fond de carte : adresse https de tuiles, avec {z}, {x} et {y} ; vide pour les contours, qui ne demandent rien à d’autres sites', 'collporterre' ),
		'attribution' => __( 'Attribution du fond de carte', 'collporterre' ),
	);
	echo '<div class="wrap"><h1>Collporterre</h1><form method="post" action="options.php">';
	settings_fields( 'collporterre' );
	echo '<table class="form-table" role="presentation">';
	foreach ( $fields as $name => $label ) {
		printf( '<tr><th scope="row"><label for="collp-%1$s">%2$s</label></th><td><input class="regular-text" id="collp-%1$s" name="collporterre[%1$s]" value="%3$s"></td></tr>', esc_attr( $name ), esc_html( $label ), esc_attr( setting( $name ) ) );
	}
	echo '</table>';
	submit_button();
	echo '</form></div>';
}
